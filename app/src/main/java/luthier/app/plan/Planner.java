package luthier.app.plan;

import java.util.Map;
import java.util.function.Consumer;
import luthier.app.worker.Answer;
import luthier.app.worker.Tasks;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Asks a worker what a run will need.
public record Planner(Tasks tasks) {
    /// @param measure whether two real steps are taken at the longest batch
    public Plan plan(RunSpec spec, boolean measure, Consumer<Answer> progress) throws LuthierException {
        return Plan.of(tasks.call("plan", Map.of("spec", spec, "measure", measure), progress));
    }
}
