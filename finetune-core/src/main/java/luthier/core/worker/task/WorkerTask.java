package luthier.core.worker.task;

import java.util.Map;
import luthier.core.run.LuthierException;

/// Something a worker does besides a run: plan, measure, evaluate, chat, ….
public interface WorkerTask {
    /// The name it is asked for by.
    String name();

    /// Does the work and sends its lines; returning ends the process well.
    void perform(Map<String, Object> request, TaskChannel channel) throws LuthierException;
}
