package luthier.app.compare;

import luthier.app.history.Evaluation;
import luthier.app.history.RunJournal;
import luthier.app.progress.Averages;
import luthier.app.run.RunViewModel;
import luthier.core.run.Ledger;
import luthier.core.run.RunEvent;

/// What a run cost and what came of it. Figures that there are not are NaN; all others are measured.
///
/// @param active whether it goes on, so that its figures will change
/// @param loss of its best evaluation, else of its last steps
public record LedgerRow(
        RunViewModel run,
        boolean active,
        double trainedParameters,
        double loss,
        double peakBytes,
        double seconds,
        double tokensPerSecond) {
    public static LedgerRow of(RunViewModel run) {
        RunJournal journal = run.journal();
        boolean active = run.state().get().active();
        return switch (journal.progress().end()) {
            case RunEvent.Finished finished -> of(run, active, finished.ledger());
            case RunEvent.Stopped stopped -> of(run, active, stopped.ledger());
            case null, default -> unfinished(run, active);
        };
    }

    public String name() {
        return run.name();
    }

    /// Such as `lora, adamw`.
    public String method() {
        return run.spec().tuning().id() + ", " + run.spec().optimizer().id();
    }

    private static LedgerRow of(RunViewModel run, boolean active, Ledger ledger) {
        return new LedgerRow(
                run,
                active,
                ledger.trainableParameters(),
                loss(run.journal()),
                ledger.peakResidentBytes(),
                ledger.activeSeconds(),
                ledger.activeSeconds() <= 0 ? Double.NaN : ledger.tokens() / ledger.activeSeconds());
    }

    private static LedgerRow unfinished(RunViewModel run, boolean active) {
        RunJournal journal = run.journal();
        RunEvent.Stepped last = journal.lastStep();
        Averages averages = journal.progress().averages();
        return new LedgerRow(
                run,
                active,
                Double.NaN,
                loss(journal),
                last == null ? Double.NaN : last.memory().peakResidentBytes(),
                journal.secondsGone(),
                averages == null ? Double.NaN : averages.tokensPerSecond());
    }

    private static double loss(RunJournal journal) {
        Evaluation best = journal.best();
        Averages averages = journal.progress().averages();
        return best != null ? best.loss() : averages != null ? averages.loss() : Double.NaN;
    }
}
