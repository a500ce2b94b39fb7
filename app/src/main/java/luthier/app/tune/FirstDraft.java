package luthier.app.tune;

import java.util.Map;
import luthier.core.run.BasePrecision;
import luthier.core.run.LuthierException;
import luthier.core.run.MethodSpec;
import luthier.core.run.Project;
import luthier.core.run.RunSpec;
import luthier.core.run.TrainingSpec;
import org.jspecify.annotations.Nullable;

/// What the page shows when a project is opened.
final class FirstDraft {
    private static final String FIRST_NAME = "run-1";

    private FirstDraft() {}

    /// The project's last run; LoRA with the defaults where it has none; null where it lacks a model or data.
    static @Nullable RunSpec of(Project project) throws LuthierException {
        if (!project.runs().isEmpty()) {
            return project.spec(project.runs().getLast().name());
        }
        if (project.models().isEmpty() || project.datasets().isEmpty()) {
            return null;
        }
        return new RunSpec(
                FIRST_NAME,
                project.models().values().iterator().next().path(),
                BasePrecision.BF16,
                new MethodSpec("lora", Map.of()),
                new MethodSpec("adamw", Map.of()),
                project.datasets().values().iterator().next().data(),
                TrainingSpec.DEFAULTS,
                "auto");
    }
}
