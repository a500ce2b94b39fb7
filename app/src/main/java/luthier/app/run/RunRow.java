package luthier.app.run;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import luthier.app.chart.Charts;
import luthier.app.chart.Ink;
import luthier.app.chart.Spark;
import luthier.app.chart.Sparkline;
import luthier.app.history.RunState;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in one line of the list.
final class RunRow {
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

    private final Label name = new Label();
    private final Label standing = new Label();
    private final Region dot = new Region();
    private final Sparkline spark = new Sparkline();
    private final HBox node = row(new HBox(dot, name), standing, spark);
    private final ChangeListener<Object> changed = (_, _, _) -> update();
    private @Nullable RunViewModel shown;

    RunRow() {
        name.getStyleClass().add("row-name");
        dot.getStyleClass().add("status-dot");
    }

    Node show(RunViewModel run) {
        shown = run;
        name.setText(run.name());
        run.revision().addListener(changed);
        update();
        return node;
    }

    /// Before the row shows something else.
    void release() {
        if (shown != null) {
            shown.revision().removeListener(changed);
            shown = null;
        }
    }

    private void update() {
        RunViewModel run = shown;
        if (run == null) {
            return;
        }
        RunState state = run.state().get();
        standing.setText(run.standing().get());
        dot.setVisible(state.active());
        dot.setManaged(state.active());
        dot.pseudoClassStateChanged(PAUSED, state == RunState.PAUSED);
        double share =
                state == RunState.FINISHED ? 1 : Math.max(0.1, run.share().get());
        Ink ink = state.active()
                ? Ink.SERIES_1
                : state == RunState.FAILED || state == RunState.DIED ? Ink.DANGER : Ink.MUTED;
        spark.show(
                Spark.of(run.journal().recording().values(Charts.LOSS.curves().getFirst())), share, ink);
    }

    static Node group(ListEntry.Group group) {
        Label text = new Label(Messages.of(group.key()) + "  " + Figures.count(group.count()));
        text.getStyleClass().add("group-label");
        return text;
    }

    static Node waiting(ListEntry.Waiting waiting, QueueViewModel queue) {
        Label name = new Label(waiting.spec().name());
        name.getStyleClass().add("row-name");
        Label place = new Label(
                waiting.index() == 0
                        ? Messages.of("runs.next")
                        : Messages.of("runs.place", Figures.count(waiting.index() + 1L)));
        int index = waiting.index();
        HBox buttons = new HBox(
                button("fth-chevron-up", "runs.up", waiting, index == 0, () -> queue.move(index, index - 1)),
                button(
                        "fth-chevron-down",
                        "runs.down",
                        waiting,
                        index == queue.waiting().size() - 1,
                        () -> queue.move(index, index + 1)),
                button("fth-x", "runs.remove", waiting, false, () -> queue.remove(index)));
        buttons.getStyleClass().add("row-buttons");
        return row(new HBox(name), place, buttons);
    }

    private static Button button(
            String icon, String key, ListEntry.Waiting waiting, boolean disabled, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "tiny-button");
        button.setAccessibleText(Messages.of(key, waiting.spec().name()));
        button.setDisable(disabled);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static HBox row(HBox first, Label second, Node right) {
        first.getStyleClass().add("row-first");
        second.getStyleClass().add("muted-12");
        VBox words = new VBox(first, second);
        words.getStyleClass().add("row-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, right);
        row.getStyleClass().add("run-row");
        return row;
    }
}
