package luthier.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.worker.FakeWorkers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final RunSpec SPEC = FakeWorkers.spec(Map.of("steps", 3));

    private static void assertRefused(Path path, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        Failure.InvalidSpec.class,
                                        failure -> assertThat(failure.where()).isEqualTo(path.toString())));
    }

    @Test
    void aNewOrEmptyFolderIsTaken(@TempDir Path temporary) throws LuthierException {
        assertThat(RunFolder.create(temporary, SPEC).spec()).isEqualTo(SPEC);
        Path deep = temporary.resolve("a/b/c");
        RunFolder.create(deep, SPEC);
        assertThat(RunFolder.open(deep).spec()).isEqualTo(SPEC);
        assertThat(deep.resolve("checkpoints")).isEmptyDirectory();
    }

    @Test
    void aFolderWithAnythingInItIsRefusedAndLeftAlone(@TempDir Path temporary) throws IOException {
        Files.writeString(temporary.resolve("mine.txt"), "x");
        assertRefused(temporary, () -> RunFolder.create(temporary, SPEC));
        assertThat(temporary).isDirectoryNotContaining("glob:**spec.json");
        assertRefused(temporary.resolve("mine.txt"), () -> RunFolder.create(temporary.resolve("mine.txt"), SPEC));
    }

    @Test
    void aFolderWithoutASpecificationIsNoRun(@TempDir Path temporary) {
        assertRefused(temporary, () -> RunFolder.open(temporary));
        assertRefused(temporary.resolve("none"), () -> RunFolder.open(temporary.resolve("none")));
    }
}
