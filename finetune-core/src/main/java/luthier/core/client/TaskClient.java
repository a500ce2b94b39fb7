package luthier.core.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Runs one task (a plan, an evaluation, a chat, …) in a worker process of its own.
public final class TaskClient {
    private final WorkerCommand command;

    public TaskClient(WorkerCommand command) {
        this.command = command;
    }

    /// Runs a task to its end.
    ///
    /// @param request see [luthier.core.run.JsonLine] for what it may hold; must become a JSON object
    /// @param onLine called with each line the task sends
    public void call(String task, Object request, Consumer<Map<String, Object>> onLine) throws LuthierException {
        try (TaskSession session = open(task, request)) {
            Map<String, Object> line = session.next();
            while (line != null) {
                onLine.accept(line);
                line = session.next();
            }
        }
    }

    /// Starts a task that is spoken with.
    public TaskSession open(String task, Object request) throws LuthierException {
        try {
            TaskSession session = new TaskSession(
                    task, command.process(List.of("task", task), 0).start());
            session.send(request);
            return session;
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.EngineFault("the worker process cannot be started: " + e.getMessage()), e);
        }
    }
}
