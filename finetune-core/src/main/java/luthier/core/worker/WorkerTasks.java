package luthier.core.worker;

import java.util.List;
import luthier.core.engine.Extensions;
import luthier.core.engine.TrainingEngine;
import luthier.core.worker.task.ChatTask;
import luthier.core.worker.task.LogitsTask;

/// What this program's workers can do.
final class WorkerTasks {
    private WorkerTasks() {}

    static TrainingJob trainingJob() {
        return new TrainingEngine(Extensions.load())::run;
    }

    static List<WorkerTask> tasks() {
        Extensions extensions = Extensions.load();
        return List.of(new ChatTask(extensions), new LogitsTask(extensions));
    }
}
