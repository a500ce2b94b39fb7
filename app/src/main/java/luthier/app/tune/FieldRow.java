package luthier.app.tune;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import luthier.app.i18n.Messages;
import luthier.core.catalog.Field;
import org.jspecify.annotations.Nullable;

/// A setting on the page: label, input, and below it what is wrong.
final class FieldRow extends VBox {
    private static final double NUMBER_WIDTH = 76;

    FieldRow(FieldModel model, FieldTexts texts, @Nullable Field field) {
        super(4);
        getStyleClass().add("field-row");
        Label label = new Label(texts.label());
        label.getStyleClass().add("field-label");
        label.setMinWidth(0);
        Node input = input(model, texts, field);
        if (wide(field)) {
            getChildren().addAll(label, input);
        } else {
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(8, label, input);
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(line);
        }
        getChildren().add(problem(model));
    }

    /// The field on its own, for a place that has a label already.
    static TextField text(FieldModel model, FieldTexts texts, boolean number) {
        TextField text = new TextField();
        text.getStyleClass().add("compact");
        if (number) {
            text.getStyleClass().addAll("number", "tn");
        }
        text.textProperty().bindBidirectional(model.text());
        model.problem().subscribe(problem -> {
            text.getStyleClass().remove("wrong");
            if (!problem.isEmpty()) {
                text.getStyleClass().add("wrong");
            }
        });
        explain(text, texts, null);
        text.setId(model.key());
        return text;
    }

    static Label problem(FieldModel model) {
        Label problem = new Label();
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private static boolean wide(@Nullable Field field) {
        return field instanceof Field.SitesField || field instanceof Field.PatternField;
    }

    private static Node input(FieldModel model, FieldTexts texts, @Nullable Field field) {
        return switch (field) {
            case Field.BooleanField _ -> {
                CheckBox box = new CheckBox();
                model.text().subscribe(text -> box.setSelected(Boolean.parseBoolean(text)));
                box.selectedProperty().subscribe(on -> model.text().set(Boolean.toString(on)));
                explain(box, texts, field);
                box.setId(model.key());
                yield box;
            }
            case Field.ChoiceField choice -> {
                ComboBox<String> box = new ComboBox<>();
                box.getStyleClass().add("compact");
                box.getItems().setAll(choice.choices());
                box.valueProperty().bindBidirectional(model.text());
                explain(box, texts, field);
                box.setId(model.key());
                yield box;
            }
            case Field.SitesField _, Field.PatternField _ -> {
                TextField text = text(model, texts, false);
                text.getStyleClass().add("mono");
                explain(text, texts, field);
                yield text;
            }
            case null, default -> {
                TextField text = text(model, texts, true);
                text.setMinWidth(NUMBER_WIDTH);
                text.setMaxWidth(NUMBER_WIDTH);
                explain(text, texts, field);
                yield text;
            }
        };
    }

    private static void explain(Control control, FieldTexts texts, @Nullable Field field) {
        control.setAccessibleText(texts.label());
        String usual = field == null ? "" : SpecValues.shown(SpecValues.defaultOf(field));
        String more = usual.isEmpty() ? "" : Messages.of("field.default", usual);
        String text = (texts.help() + "\n" + more).strip();
        if (!text.isEmpty()) {
            Tooltip tooltip = new Tooltip(text);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            control.setTooltip(tooltip);
            control.setAccessibleHelp(text);
        }
    }
}
