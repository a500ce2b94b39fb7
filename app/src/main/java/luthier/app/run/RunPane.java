package luthier.app.run;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import luthier.app.chart.Abscissa;
import luthier.app.chart.RedrawTimer;
import luthier.app.chart.RunCharts;
import luthier.app.chart.Ticks;
import luthier.app.fx.Dialogs;
import luthier.app.fx.Views;
import luthier.app.history.RunJournal;
import luthier.app.history.RunState;
import luthier.app.i18n.Messages;
import luthier.core.run.RunControl;
import org.jspecify.annotations.Nullable;

/// The chosen run: head line, progress, charts, log, settings.
public final class RunPane {
    private static final List<String> CHIPS = List.of("chip-accent", "chip-good", "chip-warn", "chip-bad");
    private static final long LOG_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RunActions actions;
    private final LogViewModel log;
    private final ChartGrid grid;
    private final Parent node;
    private final RedrawTimer timer = new RedrawTimer(this::update);
    private final ChangeListener<Object> changed = (_, _, _) -> timer.request();
    private long logNanos;
    private @Nullable RunViewModel shown;
    private @Nullable RunJournal drawn;

    @FXML
    private Label name;

    @FXML
    private Label chip;

    @FXML
    private Label about;

    @FXML
    private Button pause;

    @FXML
    private Button resume;

    @FXML
    private MenuButton stop;

    @FXML
    private Button checkpoint;

    @FXML
    private Label step;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label gone;

    @FXML
    private Label left;

    @FXML
    private ToggleGroup abscissa;

    @FXML
    private Slider smoothing;

    @FXML
    private Label smoothingFigure;

    @FXML
    private Label crosshair;

    @FXML
    private ToggleButton asTable;

    @FXML
    private HBox note;

    @FXML
    private Label noteText;

    @FXML
    private Button resumeFrom;

    @FXML
    private StackPane charts;

    @FXML
    private TabPane tabs;

    RunPane(RunActions actions, Dialogs dialogs, LogViewModel log) {
        this.actions = actions;
        this.log = log;
        grid = new ChartGrid(dialogs);
        node = Views.load(this);
        charts.getChildren().add(grid);
        tabs.getTabs().get(0).setContent(new LogPane(log));
        smoothing.setValue(RunCharts.USUAL_SMOOTHING);
        smoothing.valueProperty().subscribe(value -> {
            smoothingFigure.setText(String.format(Locale.ROOT, "%.2f", value.doubleValue()));
            grid.smooth(value.doubleValue());
        });
        asTable.selectedProperty().subscribe(grid::showAsTables);
        abscissa.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                // one of the three always is chosen
                abscissa.selectToggle(before);
            } else {
                grid.over(Abscissa.valueOf(String.valueOf(now.getUserData())));
            }
        });
        grid.link().crosshair().subscribe(place -> showCrosshair(place.doubleValue()));
    }

    Parent node() {
        return node;
    }

    void show(RunViewModel run) {
        RunViewModel before = shown;
        if (before != null) {
            before.revision().removeListener(changed);
            before.problem().removeListener(changed);
        }
        run.revision().addListener(changed);
        run.problem().addListener(changed);
        shown = run;
        drawn = null;
        logNanos = System.nanoTime() - 2 * LOG_EVERY_NANOS;
        update();
    }

    @FXML
    private void onPause() {
        request(RunControl.Request.PAUSE);
    }

    @FXML
    private void onResume() {
        if (shown != null) {
            shown.resume();
        }
    }

    @FXML
    private void onStop() {
        request(RunControl.Request.STOP);
    }

    @FXML
    private void onStopAndKeep() {
        request(RunControl.Request.STOP_AND_KEEP);
    }

    @FXML
    private void onStopAndDiscard() {
        request(RunControl.Request.STOP_AND_DISCARD);
    }

    @FXML
    private void onCheckpoint() {
        request(RunControl.Request.CHECKPOINT);
    }

    @FXML
    private void onOpenFolder() {
        if (shown != null) {
            actions.openFolder(shown.folder().path());
        }
    }

    @FXML
    private void onUseSettings() {
        if (shown != null) {
            actions.useSettings(shown.spec());
        }
    }

    private void request(RunControl.Request request) {
        if (shown != null) {
            shown.request(request);
        }
    }

    private void update() {
        RunViewModel run = shown;
        if (run == null) {
            return;
        }
        RunJournal journal = run.journal();
        RunState state = run.state().get();
        head(run, state);
        note(run, journal, state);
        step.setText(RunTexts.step(journal));
        bar.setProgress(run.share().get());
        gone.setText(RunTexts.gone(journal));
        left.setText(RunTexts.left(journal, state));
        seen(left, !left.getText().isEmpty());
        if (journal.equals(drawn)) {
            grid.grown();
        } else {
            drawn = journal;
            RunCharts runCharts = new RunCharts(journal.recording(), run.predictedBytes());
            runCharts.over(
                    Abscissa.valueOf(String.valueOf(abscissa.getSelectedToggle().getUserData())));
            runCharts.smooth(smoothing.getValue());
            grid.show(runCharts);
            tabs.getTabs().get(1).setContent(SettingsPane.of(run.spec()));
        }
        readLog(run, state);
    }

    // A file is read for it, so not at every step.
    private void readLog(RunViewModel run, RunState state) {
        long now = System.nanoTime();
        if (!state.active() || now - logNanos > LOG_EVERY_NANOS) {
            logNanos = now;
            log.show(run);
        }
    }

    private void head(RunViewModel run, RunState state) {
        name.setText(run.name());
        about.setText(RunTexts.about(run.spec(), run.journal()));
        chip.setText(Messages.of(state.key()));
        chip.getStyleClass().removeAll(CHIPS);
        chip.getStyleClass()
                .add(
                        switch (state) {
                            case RUNNING -> CHIPS.get(0);
                            case FINISHED -> CHIPS.get(1);
                            case PAUSED, STOPPED -> CHIPS.get(2);
                            case FAILED, DIED -> CHIPS.get(3);
                        });
        seen(pause, state == RunState.RUNNING);
        seen(resume, state == RunState.PAUSED);
        seen(stop, state.active());
        seen(checkpoint, state.active());
    }

    private void note(RunViewModel run, RunJournal journal, RunState state) {
        String problem = run.problem().get();
        String end = RunTexts.end(journal, state, run.folder().path());
        boolean bad = state == RunState.FAILED || state == RunState.DIED || !problem.isEmpty();
        noteText.setText(problem.isEmpty() ? end : end.isEmpty() ? problem : problem + "\n" + end);
        note.getStyleClass().removeAll("note-bad", "note-accent");
        note.getStyleClass().add(bad ? "note-bad" : "note-accent");
        resumeFrom.setText(RunTexts.resume(journal));
        seen(resumeFrom, state.resumable() && run.loaded().get());
        seen(note, !noteText.getText().isEmpty() && run.loaded().get());
    }

    private void showCrosshair(double place) {
        Toggle axis = abscissa.getSelectedToggle();
        String key = "chart.axis." + String.valueOf(axis.getUserData()).toLowerCase(Locale.ROOT);
        crosshair.setText(
                Double.isNaN(place) ? "" : Messages.of(key) + " " + new Ticks(List.of(), 0).label(Math.rint(place)));
    }

    private static void seen(Node control, boolean seen) {
        control.setVisible(seen);
        control.setManaged(seen);
    }
}
