package luthier.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import luthier.core.client.RunFolder;
import luthier.core.client.RunLock;
import luthier.core.run.LuthierException;

/// Plays a recorded run again, as a worker would: holds the folder's lock and adds lines at a given pace.
final class LiveRun implements AutoCloseable {
    private final RunLock lock;
    private final Thread player;

    /// @param linesPerSecond after the lines that are there at once
    LiveRun(Path recorded, RunFolder folder, int linesAtOnce, int linesPerSecond) throws IOException, LuthierException {
        List<String> lines = Files.readAllLines(recorded.resolve("events.jsonl"));
        Files.createDirectories(folder.path());
        Files.copy(recorded.resolve("spec.json"), folder.specFile());
        Files.write(folder.events(), lines.subList(0, linesAtOnce));
        lock = RunLock.take(folder);
        List<String> rest = lines.subList(linesAtOnce, lines.size());
        player = Thread.ofVirtual().start(() -> play(folder, rest, linesPerSecond));
    }

    private static void play(RunFolder folder, List<String> lines, int linesPerSecond) {
        try {
            for (String line : lines) {
                Files.writeString(folder.events(), line + "\n", StandardOpenOption.APPEND);
                TimeUnit.NANOSECONDS.sleep(1_000_000_000L / linesPerSecond);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The worker is gone.
    @Override
    public void close() throws IOException {
        player.interrupt();
        lock.close();
    }
}
