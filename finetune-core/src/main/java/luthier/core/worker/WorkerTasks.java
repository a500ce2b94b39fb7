package luthier.core.worker;

import java.util.List;
import luthier.core.engine.Extensions;
import luthier.core.engine.TrainingEngine;
import luthier.core.worker.task.ChatTask;
import luthier.core.worker.task.DoctorTask;
import luthier.core.worker.task.EvalTask;
import luthier.core.worker.task.ExportTask;
import luthier.core.worker.task.ImportTask;
import luthier.core.worker.task.PlanTask;

/// What this program's workers can do.
final class WorkerTasks {
    private WorkerTasks() {}

    static TrainingJob trainingJob() {
        return new TrainingEngine(Extensions.load())::run;
    }

    static List<WorkerTask> tasks() {
        Extensions extensions = Extensions.load();
        return List.of(
                new PlanTask(extensions),
                new EvalTask(extensions),
                new ChatTask(extensions),
                new ExportTask(extensions),
                new ImportTask(),
                new DoctorTask());
    }
}
