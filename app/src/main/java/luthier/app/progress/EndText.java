package luthier.app.progress;

import java.nio.file.Path;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.core.run.Ledger;
import luthier.core.run.RunEvent;

/// What is said when a run has ended: what it cost, and where what is left of it lies.
public final class EndText {
    private EndText() {}

    /// @param folder of the run
    public static String of(RunEvent end, Path folder) {
        return switch (end) {
            case RunEvent.Finished finished ->
                ledger(finished.ledger())
                        + "\n"
                        + Messages.of(
                                "end.finished",
                                folder.resolve(finished.output()).normalize());
            case RunEvent.Stopped stopped -> stopped(stopped, folder);
            case RunEvent.Failed failed ->
                Messages.of("end.failed", Figures.count(failed.step()), FailureText.of(failed.failure()));
            default -> throw new IllegalArgumentException("not the end of a run: " + end);
        };
    }

    /// The ledger on one line.
    public static String ledger(Ledger ledger) {
        double share =
                ledger.totalParameters() == 0 ? 0 : (double) ledger.trainableParameters() / ledger.totalParameters();
        double speed = ledger.activeSeconds() <= 0 ? 0 : ledger.tokens() / ledger.activeSeconds();
        return Messages.of(
                "end.ledger",
                Figures.duration(ledger.activeSeconds()),
                Figures.count(ledger.steps()),
                Figures.count(ledger.tokens()),
                Figures.rate(speed),
                Figures.bytes(ledger.peakResidentBytes()),
                Figures.count(ledger.trainableParameters()),
                Figures.percent(share),
                Figures.loss(ledger.finalLoss()));
    }

    private static String stopped(RunEvent.Stopped stopped, Path folder) {
        String output = stopped.output();
        String text =
                ledger(stopped.ledger()) + "\n" + Messages.of("end.stopped", Figures.count(stopped.step()), folder);
        return output == null || output.isEmpty()
                ? text
                : text + "\n"
                        + Messages.of("end.finished", folder.resolve(output).normalize());
    }
}
