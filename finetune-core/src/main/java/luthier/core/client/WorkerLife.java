package luthier.core.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Whether a worker still lives: by its process where this program started it, else by its lock on the folder.
final class WorkerLife {
    private static final int LAST_LINES = 20;
    private static final int UNKNOWN_EXIT_CODE = -1;

    private final RunFolder folder;
    private final @Nullable Process process;

    WorkerLife(RunFolder folder, @Nullable Process process) {
        this.folder = folder;
        this.process = process;
    }

    /// Whether this program started the worker, so that every end event from now on is this worker's.
    boolean owned() {
        return process != null;
    }

    boolean alive() throws LuthierException {
        if (process != null) {
            return process.isAlive();
        }
        try (RunLock lock = RunLock.tryTake(folder)) {
            return lock == null;
        } catch (IOException e) {
            throw LuthierException.disk(folder.lock(), "the run's lock", e);
        }
    }

    /// 128 + signal for a worker that was killed, -1 when another program started it.
    int exitCode() {
        return process == null ? UNKNOWN_EXIT_CODE : process.exitValue();
    }

    void awaitExit(Duration patience) throws InterruptedException {
        if (process != null) {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly();
        } else {
            ProcessHandle.of(RunLock.holder(folder)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    List<String> lastLogLines() {
        try {
            String text = new String(Files.readAllBytes(folder.log()), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(worker.log cannot be read: " + e + ")");
        }
    }
}
