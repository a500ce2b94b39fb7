package luthier.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import luthier.app.chart.Recording;
import luthier.app.progress.RunProgress;
import luthier.core.run.Failure;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// Everything a run's events tell: how far it is, its figures, its notes. Belongs to one thread at a time.
public final class RunJournal {
    private final Recording recording = new Recording();
    private final List<RunEvent> notes = new ArrayList<>();
    private RunProgress progress = RunProgress.NONE;
    private RunEvent.@Nullable Stepped lastStep;
    private @Nullable Evaluation best;
    private @Nullable Instant begin;
    private @Nullable Instant last;
    private long checkpointStep;
    private boolean paused;

    public void accept(RunEvent event) {
        if (event.end() && event.equals(progress.end())) {
            // a follower that begins at the end's line tells it again
            return;
        }
        progress = progress.after(event);
        recording.accept(event);
        begin = begin == null ? event.at() : begin;
        last = event.at();
        switch (event) {
            case RunEvent.Stepped stepped -> lastStep = stepped;
            case RunEvent.Evaluated evaluated -> {
                if (best == null || evaluated.loss() < best.loss()) {
                    best = new Evaluation(evaluated.step(), evaluated.loss());
                }
            }
            case RunEvent.Checkpointed checkpointed -> checkpointStep = checkpointed.step();
            case RunEvent.Paused _ -> paused = true;
            case RunEvent.Resumed _, RunEvent.Started _ -> paused = false;
            default -> {
                // told by the progress and the notes
            }
        }
        if (!(event instanceof RunEvent.Stepped)) {
            notes.add(event);
        }
    }

    /// @param busy whether a worker is in the run's folder
    public RunState state(boolean busy) {
        return switch (progress.end()) {
            case RunEvent.Finished _ -> RunState.FINISHED;
            case RunEvent.Stopped _ -> RunState.STOPPED;
            case RunEvent.Failed failed ->
                failed.failure() instanceof Failure.WorkerDied ? RunState.DIED : RunState.FAILED;
            case null, default -> busy ? (paused ? RunState.PAUSED : RunState.RUNNING) : RunState.DIED;
        };
    }

    public RunProgress progress() {
        return progress;
    }

    public Recording recording() {
        return recording;
    }

    /// All events but the steps.
    public List<RunEvent> notes() {
        return Collections.unmodifiableList(notes);
    }

    public RunEvent.@Nullable Stepped lastStep() {
        return lastStep;
    }

    public @Nullable Evaluation best() {
        return best;
    }

    public @Nullable Instant begin() {
        return begin;
    }

    /// From the first event to the latest, pauses included.
    public double secondsGone() {
        return begin == null || last == null ? 0 : Duration.between(begin, last).toMillis() / 1000.0;
    }

    /// The step from which the run would go on, 0 for the beginning.
    public long checkpointStep() {
        return checkpointStep;
    }
}
