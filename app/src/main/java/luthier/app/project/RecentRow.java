package luthier.app.project;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import luthier.app.i18n.Messages;
import org.kordamp.ikonli.javafx.FontIcon;

/// One recent project: a click opens it; one whose file is gone can be taken from the list.
final class RecentRow extends HBox {
    RecentRow(Recent recent, StartViewModel model) {
        getStyleClass().add("recent-row");
        Label name = new Label(recent.name());
        name.getStyleClass().add("strong");
        Label folder = new Label(recent.folder());
        folder.getStyleClass().add("muted-12");
        HBox title = new HBox(8, name);
        title.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button(null, new VBox(3, title, folder));
        open.getStyleClass().add("row-button");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAccessibleText(Messages.of("project.openNamed", recent.name()));
        open.setOnAction(_ -> model.open(recent));
        HBox.setHgrow(open, Priority.ALWAYS);
        getChildren().add(open);
        if (recent.missing()) {
            Label chip = new Label(Messages.of("project.missing"));
            chip.getStyleClass().addAll("chip", "chip-warn");
            title.getChildren().add(chip);
            Button forget = new Button(Messages.of("project.forget"));
            forget.getStyleClass().add("link");
            forget.setOnAction(_ -> model.forget(recent));
            open.setDisable(true);
            getChildren().add(forget);
        } else {
            getChildren().add(new FontIcon("fth-chevron-right"));
        }
    }
}
