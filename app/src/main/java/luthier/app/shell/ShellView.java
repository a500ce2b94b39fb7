package luthier.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import luthier.app.fx.Views;

/// The frame of the window: rail, top bar, page, status strip, palette.
public final class ShellView {
    private final ShellViewModel model;
    private final Map<String, PageEntry> entries = new HashMap<>();
    private final Map<String, Page> made = new HashMap<>();
    private final Parent node;
    private final Runnable toggleTheme;

    @FXML
    private BorderPane frame;

    @FXML
    private StackPane overlay;

    @FXML
    private StackPane content;

    @FXML
    private VBox railTop;

    @FXML
    private VBox railBottom;

    @FXML
    private MenuButton project;

    @FXML
    private Label note;

    @FXML
    private Label machine;

    /// @param toggleTheme from light to dark and back
    public ShellView(ShellViewModel model, List<PageEntry> pages, Hardware hardware, Runnable toggleTheme) {
        this.model = model;
        this.toggleTheme = toggleTheme;
        this.node = Views.load(this);
        for (PageEntry page : pages) {
            entries.put(page.key(), page);
            (page.key().equals("preferences") ? railBottom : railTop)
                    .getChildren()
                    .add(new RailItem(page, model));
        }
        project.textProperty().bind(model.title());
        model.projectActions().forEach(action -> project.getItems().add(item(action)));
        note.textProperty().bind(model.note());
        machine.setText(hardware.summary());
        ActionKeys.install(node, model.actions());
        overlay.getChildren().add(new PaletteView(model.palette()).node());
        model.page().subscribe(this::show);
    }

    /// Adds the line at the foot.
    public void setStrip(Parent strip) {
        frame.setBottom(strip);
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void onPalette() {
        model.palette().open().set(true);
    }

    @FXML
    private void onTheme() {
        toggleTheme.run();
    }

    private void show(String key) {
        PageEntry entry = entries.get(key);
        if (entry != null) {
            Page page = made.computeIfAbsent(key, _ -> entry.page().get());
            content.getChildren().setAll(page.view());
            page.shown();
        }
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.text());
        if (!action.shortcut().isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(action.shortcut()));
        }
        item.setOnAction(_ -> action.perform());
        return item;
    }
}
