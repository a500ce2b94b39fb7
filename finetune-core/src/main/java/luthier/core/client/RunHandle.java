package luthier.core.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunSink;
import org.jspecify.annotations.Nullable;

/// A run in a worker process, seen from outside.
public final class RunHandle {
    private static final Duration SOCKET_PATIENCE = Duration.ofSeconds(20);
    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(10);

    private final RunFolder folder;
    private final WorkerLife life;
    private final long firstByte;

    RunHandle(RunFolder folder, @Nullable Process process, long firstByte) {
        this.folder = folder;
        this.life = new WorkerLife(folder, process);
        this.firstByte = firstByte;
    }

    public RunFolder folder() {
        return folder;
    }

    /// Whether a worker works in the folder now.
    public boolean alive() throws LuthierException {
        return life.alive();
    }

    /// Hands every event to the sink, in order, until the end event; blocks until then. A worker that is gone without
    /// an end event gets one: [Failure.WorkerDied]. To stop following, interrupt the thread.
    public void follow(RunSink sink) throws LuthierException, InterruptedException {
        new EventFollower(folder, life, firstByte).follow(sink);
        life.awaitExit(EXIT_PATIENCE);
    }

    /// Asks the worker for something; returns when the worker has noted it, which it acts on after its current step.
    public void request(RunControl.Request request) throws LuthierException, InterruptedException {
        ControlClient client = new ControlClient(folder);
        long deadline = System.nanoTime() + SOCKET_PATIENCE.toNanos();
        while (true) {
            try {
                client.send(request);
                return;
            } catch (IOException e) {
                // A worker that has just been started has no socket yet.
                if (!life.alive() || System.nanoTime() > deadline) {
                    throw new LuthierException(
                            new Failure.InvalidSpec(
                                    folder.path().toString(),
                                    request.id(),
                                    "cannot be asked for: no worker answers in this run folder"),
                            e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /// Ends the worker at once. What it did since the last checkpoint is lost.
    public void kill() {
        life.kill();
    }

    /// The last lines the worker printed.
    public List<String> lastLogLines() {
        return life.lastLogLines();
    }
}
