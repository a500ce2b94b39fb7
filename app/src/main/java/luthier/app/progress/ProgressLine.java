package luthier.app.progress;

import java.util.ArrayList;
import java.util.List;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;

/// The line that tells how far a run is.
final class ProgressLine {
    private static final int WIDEST_BAR = 30;
    private static final int NARROWEST_BAR = 5;
    private static final String GAP = "  ";

    private ProgressLine() {}

    /// With a bar, as wide as fits; cut at the terminal's edge, for a wrapped line cannot be rewritten.
    static String withBar(RunProgress progress, int columns) {
        String figures = figures(progress);
        int widest = columns - 1;
        int bar = Math.min(WIDEST_BAR, widest - figures.length() - GAP.length() - 2);
        String line = bar < NARROWEST_BAR ? figures : bar(progress.share(), bar) + GAP + figures;
        return line.substring(0, Math.min(line.length(), widest));
    }

    static String figures(RunProgress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(Messages.of("progress.step", Figures.count(progress.step()), Figures.count(progress.steps())));
        Averages averages = progress.averages();
        if (averages == null) {
            parts.add(Messages.of("progress.preparing"));
        } else {
            parts.add(Messages.of("progress.loss", Figures.loss(averages.loss())));
            parts.add(Messages.of("progress.speed", Figures.rate(averages.tokensPerSecond())));
            parts.add(Figures.bytes(progress.residentBytes()));
            parts.add(Messages.of("progress.left", Figures.duration(progress.secondsLeft())));
        }
        return String.join(GAP, parts);
    }

    private static String bar(double share, int width) {
        int done = (int) Math.round(share * width);
        return "[" + "=".repeat(done) + " ".repeat(width - done) + "]";
    }
}
