package luthier.app.progress;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Messages;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.Interrupts;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;

/// Stays with a run until its end: shows it, and makes the first Ctrl+C a stop with a checkpoint and the second one an
/// end at once.
public record RunSession(Console console, Interrupts interrupts) {
    /// How a run ended.
    ///
    /// @param end its last event
    public record Outcome(ExitCode exitCode, RunEvent end) {}

    /// @param json whether standard output gets the events alone
    public Outcome follow(ActiveRun run, boolean json) throws LuthierException, InterruptedException {
        RunView view = RunView.of(console, json);
        AtomicInteger count = new AtomicInteger();
        AtomicReference<RunEvent> end = new AtomicReference<>();
        try (Interrupts.Listening _ = interrupts.listen(() -> interrupted(count.incrementAndGet(), run, view))) {
            run.follow(event -> {
                view.accept(event);
                if (event.end()) {
                    end.set(event);
                }
            });
        }
        RunEvent last = end.get();
        if (last == null) {
            throw new LuthierException(new Failure.EngineFault("the run's events have no end"));
        }
        boolean failed = last instanceof RunEvent.Failed;
        if (failed && count.get() > 1) {
            console.err().println(Messages.of("run.killed", run.folder().path()));
            return new Outcome(ExitCode.KILLED, last);
        }
        if (failed || !json) {
            (failed ? console.err() : console.out())
                    .println(EndText.of(last, run.folder().path()));
        }
        return new Outcome(ExitCode.of(last), last);
    }

    private static void interrupted(int count, ActiveRun run, RunView view) {
        if (count > 1) {
            run.kill();
            return;
        }
        view.remark(Messages.of("run.stopping"));
        try {
            run.request(RunControl.Request.STOP);
        } catch (LuthierException _) {
            // The worker is already ending, which its last event tells.
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
