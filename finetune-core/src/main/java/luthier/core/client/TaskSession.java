package luthier.core.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// A conversation with a task in a worker process: JSON lines both ways. Closing it ends the process.
public final class TaskSession implements AutoCloseable {
    private static final long EXIT_PATIENCE_SECONDS = 5;

    private final String task;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final LastLines log;

    TaskSession(String task, Process process) {
        this.task = task;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.log = LastLines.of(process.errorReader(StandardCharsets.UTF_8));
    }

    /// Sends one message. A task that has ended already says why at the next [#next].
    public void send(Object message) {
        try {
            requests.write(JsonLine.write(message) + "\n");
            requests.flush();
        } catch (IOException e) {
            log.add("message not sent: " + e.getMessage());
        }
    }

    /// Says that no more messages will come, which ends a task that waits for them.
    public void end() {
        try {
            requests.close();
        } catch (IOException e) {
            log.add("messages not ended: " + e.getMessage());
        }
    }

    /// The task's next line, or null at its end. A failure of the task is thrown.
    public @Nullable Map<String, Object> next() throws LuthierException {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith("{")) {
                // native libraries print where they like
                log.add(line);
                line = answers.readLine();
            }
            if (line == null) {
                awaitGoodEnd();
                return null;
            }
            Map<String, Object> message = JsonLine.object("worker, task " + task, line);
            Object failure = message.get("failure");
            if (failure != null) {
                throw new LuthierException(JsonLine.failure("worker, task " + task, failure));
            }
            return message;
        } catch (IOException e) {
            throw new LuthierException(new Failure.EngineFault("the worker cannot be read: " + e.getMessage()), e);
        }
    }

    private void awaitGoodEnd() throws LuthierException {
        try {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new LuthierException(new Failure.WorkerDied(exitCode, log.finish()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LuthierException(new Failure.EngineFault("interrupted while a task ended"), e);
        }
    }

    @Override
    public void close() {
        try {
            requests.close();
            // a task that still sends fails at its next line, and ends
            answers.close();
            if (!process.waitFor(EXIT_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
