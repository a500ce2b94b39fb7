package luthier.app.progress;

import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// How far a run is, as the events so far tell. Immutable: each event makes the next one.
///
/// @param averages moving ones over the last steps; null before the first step
/// @param evaluationLoss of the latest evaluation, null before
/// @param end the event that ended the run, null while it goes on
public record RunProgress(
        String name,
        long steps,
        long step,
        @Nullable Averages averages,
        long residentBytes,
        @Nullable Double evaluationLoss,
        @Nullable RunEvent end) {
    public static final RunProgress NONE = new RunProgress("", 0, 0, null, 0, null, null);

    public RunProgress after(RunEvent event) {
        return switch (event) {
            case RunEvent.Started started ->
                new RunProgress(
                        started.run(),
                        started.steps(),
                        started.resumedFrom(),
                        averages,
                        residentBytes,
                        evaluationLoss,
                        null);
            case RunEvent.Stepped stepped ->
                new RunProgress(
                        name,
                        steps,
                        stepped.step(),
                        averages == null ? Averages.of(stepped) : averages.after(stepped),
                        stepped.memory().residentBytes(),
                        evaluationLoss,
                        end);
            case RunEvent.Evaluated evaluated ->
                new RunProgress(name, steps, step, averages, residentBytes, evaluated.loss(), end);
            case RunEvent.Finished _, RunEvent.Stopped _, RunEvent.Failed _ ->
                new RunProgress(name, steps, step, averages, residentBytes, evaluationLoss, event);
            default -> this;
        };
    }

    /// Share of the steps that are done, 0 to 1.
    public double share() {
        return steps <= 0 ? 0 : Math.min(1, (double) step / steps);
    }

    /// Seconds the rest will take at the present speed; evaluations to come are not counted.
    public double secondsLeft() {
        return averages == null ? 0 : (steps - step) * averages.stepMillis() / 1000;
    }
}
