package luthier.app.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import luthier.core.run.RunEvent;

/// Plain lines for logs and pipes: every five seconds or five percent of the run, by the events' own times.
final class PlainView implements RunView {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final long PARTS = 20;

    private final PrintWriter out;
    private RunProgress progress = RunProgress.NONE;
    private Instant saidAt = Instant.EPOCH;
    private long saidParts;

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
            saidParts = partsDone();
        }
    }

    @Override
    public void remark(String text) {
        out.println(text);
    }

    private boolean isDue(RunEvent.Stepped stepped) {
        return partsDone() > saidParts || Duration.between(saidAt, stepped.at()).compareTo(LONGEST_SILENCE) >= 0;
    }

    private long partsDone() {
        return progress.steps() == 0 ? 0 : PARTS * progress.step() / progress.steps();
    }
}
