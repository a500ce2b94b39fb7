package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTaskTest {
    @Test
    void everyCheckHasANameAndAValueAndMissingThingsHaveAdvice() throws LuthierException {
        List<?> checks =
                (List<?>) RecordingChannel.answer(new DoctorTask(), Map.of()).get("checks");
        assertThat(checks).hasSizeGreaterThanOrEqualTo(8);
        assertThat(checks).allSatisfy(element -> {
            Map<?, ?> check = (Map<?, ?>) element;
            assertThat(String.valueOf(check.get("name"))).isNotBlank();
            assertThat(String.valueOf(check.get("value"))).isNotBlank();
            assertThat(Boolean.TRUE.equals(check.get("ok"))
                            || !String.valueOf(check.get("advice")).isBlank())
                    .isTrue();
        });
        assertThat(checks)
                .filteredOn(check -> "PyTorch".equals(((Map<?, ?>) check).get("name")))
                .singleElement()
                .satisfies(check -> {
                    assertThat(((Map<?, ?>) check).get("ok")).isEqualTo(true);
                    assertThat(String.valueOf(((Map<?, ?>) check).get("value"))).startsWith("2.7.1");
                });
    }

    @Test
    void aFolderThatIsNotThereYetIsMeasuredAtItsParent(@TempDir Path folder) {
        assertThat(DiskCheck.of("x", folder.resolve("a/b")).value()).contains("free");
    }
}
