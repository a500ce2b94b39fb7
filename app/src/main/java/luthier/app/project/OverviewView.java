package luthier.app.project;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import luthier.app.fx.Views;
import luthier.app.i18n.Messages;
import luthier.core.run.Project;
import org.jspecify.annotations.Nullable;

/// The open project: its models, data sets, runs and notes.
public final class OverviewView {
    private final OverviewViewModel model;
    private final Parent node;

    @FXML
    private Label name;

    @FXML
    private Label folder;

    @FXML
    private HBox health;

    @FXML
    private Label healthText;

    @FXML
    private Pane models;

    @FXML
    private Pane datasets;

    @FXML
    private VBox runs;

    @FXML
    private Label notes;

    public OverviewView(OverviewViewModel model) {
        this.model = model;
        this.node = Views.load(this);
        healthText.textProperty().bind(model.health());
        health.visibleProperty().bind(model.health().isNotEmpty());
        health.managedProperty().bind(health.visibleProperty());
        show(model.models(), models, "fth-box");
        show(model.datasets(), datasets, "fth-file-text");
        model.project().subscribe(this::show);
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void onNewRun() {
        model.newRun();
    }

    private void show(@Nullable ProjectFile open) {
        if (open == null) {
            return;
        }
        name.setText(open.project().name());
        folder.setText(open.folder().toString());
        notes.setText(
                open.project().notes().isEmpty()
                        ? Messages.of("project.noNotes")
                        : open.project().notes());
        runs.getChildren()
                .setAll(open.project().runs().stream()
                        .<Node>map(OverviewView::row)
                        .toList());
        if (open.project().runs().isEmpty()) {
            Label none = new Label(Messages.of("project.noRuns"));
            none.getStyleClass().add("muted");
            runs.getChildren().add(none);
        }
    }

    private static HBox row(Project.Run run) {
        Label title = new Label(run.name());
        title.getStyleClass().add("strong");
        title.setMinWidth(140);
        Label what = new Label(Messages.of(
                "project.runLine",
                run.precision().id(),
                run.tuning().id(),
                run.optimizer().id()));
        what.getStyleClass().add("muted");
        HBox row = new HBox(8, title, what);
        row.getStyleClass().add("plain-row");
        return row;
    }

    private static void show(ObservableList<Card> cards, Pane pane, String icon) {
        Runnable fill = () -> pane.getChildren()
                .setAll(cards.stream()
                        .<Node>map(card -> new CardView(card, icon))
                        .toList());
        cards.addListener((ListChangeListener<Card>) _ -> fill.run());
        fill.run();
    }
}
