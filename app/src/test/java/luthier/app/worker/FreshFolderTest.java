package luthier.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import luthier.core.run.BasePrecision;
import luthier.core.run.DataSpec;
import luthier.core.run.MethodSpec;
import luthier.core.run.RunSpec;
import luthier.core.run.TrainingSpec;
import org.junit.jupiter.api.Test;

class FreshFolderTest {
    @Test
    void aRunLiesBesideItsProjectUnderItsNameAndTime() {
        RunSpec spec = new RunSpec(
                "first",
                Path.of("/m"),
                BasePrecision.FP32,
                new MethodSpec("lora", Map.of()),
                new MethodSpec("adamw", Map.of()),
                new DataSpec(Path.of("/d"), null, "auto", Map.of(), 0, 16, false),
                TrainingSpec.DEFAULTS,
                "auto");
        assertThat(FreshFolder.of(Path.of("/p/my.luthier"), spec, LocalDateTime.of(2026, 1, 31, 12, 0, 5)))
                .isEqualTo(Path.of("/p/runs/first-20260131-120005"));
    }
}
