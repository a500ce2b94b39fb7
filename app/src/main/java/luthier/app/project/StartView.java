package luthier.app.project;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import luthier.app.fx.Views;
import luthier.app.i18n.Figures;
import luthier.app.shell.Hardware;

/// The page before a project is open: what to begin with, what was open before.
public final class StartView {
    private final StartViewModel model;
    private final Parent node;

    @FXML
    private VBox list;

    @FXML
    private VBox none;

    @FXML
    private HBox problem;

    @FXML
    private Label problemText;

    @FXML
    private Label cores;

    @FXML
    private Label memory;

    @FXML
    private Label graphics;

    public StartView(StartViewModel model, Hardware hardware) {
        this.model = model;
        this.node = Views.load(this);
        cores.setText(Integer.toString(hardware.cores()));
        memory.setText(Figures.bytes(hardware.memoryBytes()));
        graphics.setText(hardware.graphics());
        problemText.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        model.recent().addListener((ListChangeListener<Recent>) _ -> fill());
        fill();
    }

    public Parent node() {
        return node;
    }

    private void fill() {
        list.getChildren()
                .setAll(model.recent().stream()
                        .<Node>map(recent -> new RecentRow(recent, model))
                        .toList());
        list.setVisible(!model.recent().isEmpty());
        list.setManaged(list.isVisible());
        none.setVisible(!list.isVisible());
        none.setManaged(none.isVisible());
    }

    @FXML
    private void onNew() {
        model.create();
    }

    @FXML
    private void onOpen() {
        model.openFile();
    }

    @FXML
    private void onSample() {
        model.openSample();
    }
}
