package luthier.app.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import luthier.core.run.RunEvent;

/// Plain lines for logs and pipes: every five seconds or five percent of the run, by the events' own times.
final class PlainView implements RunView {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final double LARGEST_SHARE = 0.05;

    private final PrintWriter out;
    private RunProgress progress = RunProgress.NONE;
    private Instant saidAt = Instant.EPOCH;
    private double saidShare;

    PlainView(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(RunEvent event) {
        progress = progress.after(event);
        String text = EventText.of(event);
        if (text != null) {
            out.println(text);
        }
        if (event instanceof RunEvent.Stepped stepped && isDue(stepped)) {
            out.println(ProgressLine.figures(progress));
            saidAt = stepped.at();
            saidShare = progress.share();
        }
    }

    @Override
    public void remark(String text) {
        out.println(text);
    }

    private boolean isDue(RunEvent.Stepped stepped) {
        return progress.step() == progress.steps()
                || progress.share() - saidShare >= LARGEST_SHARE
                || Duration.between(saidAt, stepped.at()).compareTo(LONGEST_SILENCE) >= 0;
    }
}
