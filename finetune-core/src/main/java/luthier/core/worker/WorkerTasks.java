package luthier.core.worker;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import luthier.core.engine.Extensions;
import luthier.core.engine.TrainingEngine;
import luthier.core.run.LuthierException;
import luthier.core.worker.task.ChatTask;
import luthier.core.worker.task.DoctorTask;
import luthier.core.worker.task.EvalTask;
import luthier.core.worker.task.ExportTask;
import luthier.core.worker.task.ImportTask;
import luthier.core.worker.task.LogitsTask;
import luthier.core.worker.task.PlanTask;
import luthier.core.worker.task.TaskChannel;
import luthier.core.worker.task.WorkerTask;

/// What this program's workers can do. What is registered is loaded by those who need it: `doctor` and `import` must
/// work where a module is missing.
final class WorkerTasks {
    private WorkerTasks() {}

    static TrainingJob trainingJob() {
        return (spec, folder, resume, sink, control) ->
                new TrainingEngine(Extensions.load()).run(spec, folder, resume, sink, control);
    }

    static List<WorkerTask> tasks() {
        return List.of(
                new WithExtensions("plan", PlanTask::new),
                new WithExtensions("eval", EvalTask::new),
                new WithExtensions("chat", ChatTask::new),
                new WithExtensions("logits", LogitsTask::new),
                new WithExtensions("export", ExportTask::new),
                new ImportTask(),
                new DoctorTask());
    }

    /// A task that is made when it is asked for.
    private record WithExtensions(String name, Function<Extensions, WorkerTask> task) implements WorkerTask {
        @Override
        public void perform(Map<String, Object> request, TaskChannel channel) throws LuthierException {
            task.apply(Extensions.load()).perform(request, channel);
        }
    }
}
