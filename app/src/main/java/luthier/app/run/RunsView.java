package luthier.app.run;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import luthier.app.fx.Views;
import org.jspecify.annotations.Nullable;

/// The list of runs on the left, the chosen one beside it.
public final class RunsView {
    private static final Duration LOOK_AGAIN = Duration.seconds(2);

    private final RunsViewModel model;
    private final RunPane pane;
    private final RunActions actions;
    private final Parent node;
    private final Timeline clock;

    @FXML
    private ListView<ListEntry> list;

    @FXML
    private CheckBox goOn;

    @FXML
    private HBox held;

    @FXML
    private Label problem;

    @FXML
    private StackPane detail;

    @FXML
    private VBox empty;

    RunsView(RunsViewModel model, RunPane pane, RunActions actions) {
        this.model = model;
        this.pane = pane;
        this.actions = actions;
        node = Views.load(this);
        detail.getChildren().add(pane.node());
        list.setItems(model.entries());
        list.setCellFactory(_ -> new RunCell(model));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, entry) -> {
            if (entry instanceof ListEntry.Run run) {
                model.selected().set(run.run());
            }
        });
        model.selected().subscribe(this::show);
        model.entries().addListener((ListChangeListener<ListEntry>) _ -> select());
        goOn.selectedProperty().bindBidirectional(model.queue().goOnAfterFailure());
        shownWhile(goOn, Bindings.isNotEmpty(model.queue().waiting()));
        shownWhile(held, model.queue().held());
        problem.textProperty().bind(model.problem().concat(model.queue().problem()));
        shownWhile(problem, problem.textProperty().isNotEmpty());
        clock = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> model.refresh()));
        clock.setCycleCount(Timeline.INDEFINITE);
        clock.play();
    }

    Parent node() {
        return node;
    }

    @FXML
    private void onRelease() {
        model.queue().release();
        model.startNext();
    }

    @FXML
    private void onNew() {
        actions.newRun();
    }

    private void show(@Nullable RunViewModel run) {
        empty.setVisible(run == null);
        pane.node().setVisible(run != null);
        if (run != null) {
            pane.show(run);
            select();
        }
    }

    // The list forgets its choice when its lines change.
    private void select() {
        RunViewModel run = model.selected().get();
        model.entries().stream()
                .filter(entry -> entry instanceof ListEntry.Run row && row.run().equals(run))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
