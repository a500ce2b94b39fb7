package luthier.app.run;

import luthier.app.history.RunState;
import luthier.app.progress.Averages;
import luthier.app.progress.RunProgress;
import luthier.app.shell.RunStatus;
import luthier.core.run.RunEvent;

/// A run's figures for the strip at the window's foot.
final class StatusOf {
    private StatusOf() {}

    static RunStatus run(RunViewModel run) {
        RunProgress progress = run.journal().progress();
        Averages averages = progress.averages();
        RunEvent.Stepped last = run.lastStep();
        return new RunStatus(
                run.name(),
                run.state().get() == RunState.PAUSED,
                progress.step(),
                progress.steps(),
                averages == null ? Double.NaN : averages.loss(),
                averages == null ? Double.NaN : averages.tokensPerSecond(),
                last == null
                        ? 0
                        : last.memory().bytes().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                averages == null ? Double.NaN : progress.secondsLeft());
    }
}
