package luthier.core.worker;

import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// What this program's workers can do.
final class WorkerTasks {
    private WorkerTasks() {}

    static TrainingJob trainingJob() {
        return (spec, folder, resume, sink, control) -> {
            throw new LuthierException(new Failure.EngineFault("this build has no training engine"));
        };
    }

    static List<WorkerTask> tasks() {
        return List.of();
    }
}
