package luthier.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.progress.Averages;
import luthier.app.progress.RunProgress;
import luthier.core.client.EventTail;
import luthier.core.client.RunFolder;
import luthier.core.run.Ledger;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// How a run stands, as its folder tells.
///
/// @param busy whether a worker is in the folder
record RunSummary(String folderName, RunProgress progress, boolean busy) {
    static RunSummary read(RunFolder folder, boolean busy) throws LuthierException {
        RunProgress progress = RunProgress.NONE;
        try {
            for (RunEvent event : new EventTail(folder.events(), 0).read()) {
                progress = progress.after(event);
            }
        } catch (IOException e) {
            throw LuthierException.disk(folder.events(), Messages.of("runs.operation"), e);
        }
        return new RunSummary(String.valueOf(folder.path().getFileName()), progress, busy);
    }

    String line() {
        List<String> parts = new ArrayList<>();
        parts.add(Messages.of("progress.step", Figures.count(progress.step()), Figures.count(progress.steps())));
        Averages averages = progress.averages();
        if (averages != null) {
            parts.add(Messages.of("progress.loss", Figures.loss(averages.loss())));
        }
        Double evaluationLoss = progress.evaluationLoss();
        if (evaluationLoss != null) {
            parts.add(Messages.of("runs.evaluation", Figures.loss(evaluationLoss)));
        }
        Ledger ledger = ledger();
        if (ledger != null) {
            parts.add(Figures.duration(ledger.activeSeconds()));
            parts.add(Figures.bytes(ledger.peakResidentBytes()));
        }
        return "%-36s %-12s %s".formatted(folderName, Messages.of(stateKey()), String.join("  ", parts));
    }

    private String stateKey() {
        if (busy) {
            return "runs.state.running";
        }
        return switch (progress.end()) {
            case RunEvent.Finished _ -> "runs.state.finished";
            case RunEvent.Stopped _ -> "runs.state.stopped";
            case RunEvent.Failed _ -> "runs.state.failed";
            case null, default -> "runs.state.interrupted";
        };
    }

    private @Nullable Ledger ledger() {
        return switch (progress.end()) {
            case RunEvent.Finished finished -> finished.ledger();
            case RunEvent.Stopped stopped -> stopped.ledger();
            case null, default -> null;
        };
    }
}
