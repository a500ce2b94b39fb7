package luthier.app.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import luthier.app.fx.Segments;
import luthier.app.fx.Views;
import luthier.app.i18n.Messages;
import luthier.app.project.ProjectFile;
import luthier.core.run.ActivationPolicy;
import luthier.core.run.BasePrecision;
import luthier.core.run.Project;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// First axis: the model that stands still, and the data it reads.
public final class BaseView {
    private final TuneViewModel model;
    private final Parent node;
    private final Segments precision;
    private final List<FieldRow> folding;
    // While the page follows the draft, its controls ask for nothing.
    private boolean following;

    @FXML
    private ComboBox<String> base;

    @FXML
    private ComboBox<String> data;

    @FXML
    private ComboBox<ActivationPolicy> activations;

    @FXML
    private VBox precisionPlace;

    @FXML
    private HBox numbers;

    @FXML
    private VBox problems;

    @FXML
    private VBox more;

    public BaseView(TuneViewModel model) {
        this.model = model;
        this.node = Views.load(this);
        Map<String, String> words = new LinkedHashMap<>();
        Stream.of(BasePrecision.values()).forEach(each -> words.put(each.id(), each.id()));
        precision = new Segments(words, id -> model.set("precision", id));
        precisionPlace.getChildren().add(precision);
        activations.getItems().setAll(ActivationPolicy.values());
        activations.setConverter(new Words());
        for (String key : List.of("training.batchSize", "training.accumulation", "data.maxLength")) {
            addNumber(key);
        }
        folding = Stream.of("data.evaluationFraction", "training.seed", "training.threads")
                .map(key -> new FieldRow(model.field(key, null), FieldTexts.of(key), null))
                .toList();
        more.getChildren().addAll(folding);
        base.valueProperty().subscribe(key -> ask(() -> chooseModel(key)));
        data.valueProperty().subscribe(key -> ask(() -> model.chooseData(String.valueOf(key))));
        activations
                .valueProperty()
                .subscribe(policy -> ask(() -> {
                    if (policy != null) {
                        model.set("training.activations", policy.id());
                    }
                }));
        model.spec().subscribe(this::follow);
        model.project().subscribe(_ -> follow(model.spec().get()));
    }

    public Parent node() {
        return node;
    }

    void setAdvanced(boolean advanced) {
        more.setVisible(advanced);
        more.setManaged(advanced);
    }

    private void addNumber(String key) {
        FieldTexts texts = FieldTexts.of(key);
        FieldModel field = model.field(key, null);
        Label label = new Label(texts.label());
        label.getStyleClass().add("field-label");
        VBox column = new VBox(6, label, FieldRow.text(field, texts, true));
        column.setMinWidth(0);
        column.setPrefWidth(72);
        HBox.setHgrow(column, Priority.ALWAYS);
        numbers.getChildren().add(column);
        problems.getChildren().add(FieldRow.problem(field));
    }

    private void follow(@Nullable RunSpec spec) {
        ProjectFile file = model.project().get();
        if (spec == null || file == null) {
            return;
        }
        following = true;
        base.getItems().setAll(file.project().models().keySet());
        data.getItems().setAll(file.project().datasets().keySet());
        file.project().models().forEach((key, each) -> {
            if (each.path().equals(spec.model())) {
                base.setValue(key);
            }
        });
        file.project().datasets().forEach((key, each) -> {
            if (each.data().train().equals(spec.data().train())) {
                data.setValue(key);
            }
        });
        precision.setChosen(spec.precision().id());
        activations.setValue(spec.training().activations());
        following = false;
    }

    private void chooseModel(@Nullable String key) {
        ProjectFile file = model.project().get();
        Project.Model chosen = file == null ? null : file.project().models().get(String.valueOf(key));
        if (chosen != null) {
            model.set("model", chosen.path().toString());
        }
    }

    private void ask(Runnable change) {
        if (!following) {
            change.run();
        }
    }

    private static final class Words extends StringConverter<ActivationPolicy> {
        @Override
        public String toString(@Nullable ActivationPolicy policy) {
            return policy == null ? "" : Messages.of("activations." + policy.id());
        }

        @Override
        public ActivationPolicy fromString(String text) {
            throw new UnsupportedOperationException("chosen, never typed");
        }
    }
}
