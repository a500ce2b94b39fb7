package luthier.app.shell;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import luthier.app.fx.Views;
import org.jspecify.annotations.Nullable;

/// The command palette over the page.
public final class PaletteView {
    private final PaletteViewModel model;
    private final Parent node;

    @FXML
    private TextField query;

    @FXML
    private ListView<Action> list;

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        this.node = Views.load(this);
        query.textProperty().bindBidirectional(model.query());
        list.setItems(model.matches());
        list.setCellFactory(_ -> new ActionCell());
        model.matches().subscribe(() -> list.getSelectionModel().selectFirst());
        node.visibleProperty().bind(model.open());
        node.managedProperty().bind(model.open());
        model.open().subscribe(open -> {
            if (open) {
                list.getSelectionModel().selectFirst();
                query.requestFocus();
            }
        });
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void onKey(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> model.open().set(false);
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            case ENTER -> performChosen();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @FXML
    private void onOutside(MouseEvent event) {
        if (event.getTarget() == node) {
            model.open().set(false);
        }
    }

    @FXML
    private void performChosen() {
        Action action = list.getSelectionModel().getSelectedItem();
        if (action != null) {
            model.perform(action);
        }
    }

    private void choose(int index) {
        if (index >= 0 && index < model.matches().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(index);
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label keys = new Label(action.shownShortcut());
            keys.getStyleClass().add("keys");
            keys.setVisible(!action.shortcut().isEmpty());
            setGraphic(new HBox(8, new Label(action.text()), space, keys));
        }
    }
}
