package luthier.core.worker.task;

import java.util.Map;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// The line to whoever asked for a task.
public interface TaskChannel {
    /// Sends one JSON object. Fails when nobody listens any more, which ends the task.
    void send(Map<String, ?> line) throws LuthierException;

    /// Waits for the next message; null when no more will come.
    @Nullable
    Map<String, Object> receive() throws LuthierException;
}
