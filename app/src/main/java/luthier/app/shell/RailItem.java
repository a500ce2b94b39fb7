package luthier.app.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import luthier.app.i18n.Messages;
import org.kordamp.ikonli.javafx.FontIcon;

/// A page's button on the rail: icon over word, with a number where runs go on.
final class RailItem extends ToggleButton {
    private static final String RUNS = "runs";

    RailItem(PageEntry page, ShellViewModel model) {
        super(Messages.of("page." + page.key()));
        getStyleClass().add("rail-item");
        setContentDisplay(ContentDisplay.TOP);
        FontIcon icon = new FontIcon(page.icon());
        icon.getStyleClass().add("rail-icon");
        StackPane graphic = new StackPane(icon);
        if (page.key().equals(RUNS)) {
            graphic.getChildren().add(badge(model));
        }
        setGraphic(graphic);
        setAccessibleText(getText());
        setOnAction(_ -> model.show(page));
        selectedProperty().bind(model.page().map(page.key()::equals));
        if (page.needsProject()) {
            disableProperty().bind(Bindings.not(model.projectOpen()));
        }
    }

    // What is chosen follows the page shown; a click asks for the page and toggles nothing itself.
    @Override
    public void fire() {
        if (!isDisabled()) {
            fireEvent(new javafx.event.ActionEvent());
        }
    }

    private static Label badge(ShellViewModel model) {
        Label badge = new Label();
        badge.getStyleClass().add("badge");
        badge.textProperty().bind(model.activeRuns().asString());
        badge.visibleProperty().bind(model.activeRuns().greaterThan(0));
        badge.setManaged(false);
        badge.setAlignment(Pos.CENTER);
        badge.resizeRelocate(14, -8, 16, 16);
        return badge;
    }
}
