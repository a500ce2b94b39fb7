package luthier.app.project;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import luthier.app.i18n.Messages;
import org.kordamp.ikonli.javafx.FontIcon;

/// A card of the project page: a title with an icon, then lines of label and figure.
final class CardView extends VBox {
    CardView(Card card, String icon) {
        super(8);
        getStyleClass().addAll("card", "fact-card");
        StackPane mark = new StackPane(new FontIcon(icon));
        mark.getStyleClass().add("card-mark");
        Label title = new Label(card.title());
        title.getStyleClass().add("strong");
        Label detail = new Label(card.detail());
        detail.getStyleClass().add("muted-12");
        detail.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        VBox words = new VBox(2, title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(12, mark, words);
        head.setAlignment(Pos.CENTER_LEFT);
        if (card.missing()) {
            Label chip = new Label(Messages.of("project.missing"));
            chip.getStyleClass().addAll("chip", "chip-warn");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(chip);
        }
        getChildren().add(head);
        card.facts().forEach(fact -> getChildren().add(line(fact)));
    }

    private static HBox line(Fact fact) {
        Label label = new Label(fact.label());
        label.getStyleClass().add("muted-12");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label value = new Label(fact.value());
        value.getStyleClass().addAll("tn", "fact-value");
        return new HBox(8, label, space, value);
    }
}
