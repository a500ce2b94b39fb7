package luthier.core.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Keeps the last lines of a stream, read to its end so that the writer never waits.
final class LastLines {
    private static final int KEPT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    private LastLines(BufferedReader stream) {
        this.reader = Thread.ofVirtual().unstarted(() -> drain(stream));
    }

    static LastLines of(BufferedReader stream) {
        LastLines lastLines = new LastLines(stream);
        lastLines.reader.start();
        return lastLines;
    }

    synchronized void add(String line) {
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /// The lines after the stream's end.
    List<String> finish() throws InterruptedException {
        reader.join(PATIENCE);
        synchronized (this) {
            return List.copyOf(lines);
        }
    }

    private void drain(BufferedReader stream) {
        try (stream) {
            String line = stream.readLine();
            while (line != null) {
                add(line);
                line = stream.readLine();
            }
        } catch (IOException e) {
            add("(the log ended: " + e.getMessage() + ")");
        }
    }
}
