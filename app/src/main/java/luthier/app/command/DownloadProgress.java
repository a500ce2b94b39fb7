package luthier.app.command;

import java.util.function.LongSupplier;
import luthier.app.console.Console;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.core.cuda.FetchProgress;

/// How far a download is: one line that is rewritten on a terminal; without one a plain line at each twentieth, and at
/// least every ten seconds while something comes.
final class DownloadProgress implements FetchProgress {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final long TERMINAL_PAUSE_NANOS = 200_000_000L;
    private static final long LONGEST_SILENCE_NANOS = 10_000_000_000L;
    private static final long PARTS = 20;
    private static final double NANOS = 1e9;

    private final Console console;
    private final LongSupplier nanos;
    private final long startedAt;
    private long firstBytes = -1;
    private long saidAt;
    private long saidParts;
    private boolean lineOpen;

    /// @param nanos a clock
    DownloadProgress(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
        this.saidAt = startedAt;
    }

    @Override
    public void at(String file, long doneBytes, long totalBytes) {
        if (firstBytes < 0) {
            // what was here before costs no time and must not count into the rate
            firstBytes = doneBytes;
        }
        long now = nanos.getAsLong();
        long parts = PARTS * doneBytes / Math.max(1, totalBytes);
        boolean last = doneBytes == totalBytes;
        if (console.terminal() ? last || now - saidAt >= TERMINAL_PAUSE_NANOS : isDue(parts, now)) {
            say(line(file, doneBytes, totalBytes, (now - startedAt) / NANOS));
            saidAt = now;
            saidParts = parts;
        }
    }

    /// Ends the line that was rewritten.
    void end() {
        if (lineOpen) {
            console.out().println();
            lineOpen = false;
        }
    }

    private boolean isDue(long parts, long now) {
        return parts > saidParts || now - saidAt >= LONGEST_SILENCE_NANOS;
    }

    private void say(String line) {
        if (console.terminal()) {
            console.out().print(CLEAR_LINE + line.substring(0, Math.min(line.length(), console.columns() - 1)));
            console.out().flush();
            lineOpen = true;
        } else {
            console.out().println(line);
        }
    }

    private String line(String file, long doneBytes, long totalBytes, double seconds) {
        long came = doneBytes - firstBytes;
        if (came <= 0 || seconds <= 0) {
            return Messages.of("cuda.progress.start", Figures.bytes(doneBytes), Figures.bytes(totalBytes), file);
        }
        double bytesPerSecond = came / seconds;
        return Messages.of(
                "cuda.progress",
                Figures.bytes(doneBytes),
                Figures.bytes(totalBytes),
                Figures.bytes(Math.round(bytesPerSecond)),
                Figures.duration((totalBytes - doneBytes) / bytesPerSecond),
                file);
    }
}
