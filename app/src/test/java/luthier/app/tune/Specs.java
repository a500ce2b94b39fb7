package luthier.app.tune;

import java.nio.file.Path;
import java.util.Map;
import luthier.core.run.BasePrecision;
import luthier.core.run.DataSpec;
import luthier.core.run.MethodSpec;
import luthier.core.run.RunSpec;
import luthier.core.run.TrainingSpec;

/// Specifications for tests.
final class Specs {
    private Specs() {}

    static RunSpec named(String name) {
        return of(name, data(256));
    }

    static RunSpec of(String name, DataSpec data) {
        return new RunSpec(
                name,
                Path.of("/models/small"),
                BasePrecision.FP32,
                new MethodSpec("lora", Map.of("rank", 32)),
                new MethodSpec("adamw", Map.of()),
                data,
                TrainingSpec.DEFAULTS,
                "auto");
    }

    static DataSpec data(int maxLength) {
        return new DataSpec(Path.of("/data/tickets.jsonl"), null, "auto", Map.of(), 0.05, maxLength, false);
    }
}
