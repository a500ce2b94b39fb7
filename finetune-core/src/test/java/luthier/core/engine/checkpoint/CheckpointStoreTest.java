package luthier.core.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
    @TempDir
    Path folder;

    private CheckpointStore store;

    CheckpointStoreTest() {
        folder = Path.of("unset");
        store = new CheckpointStore(folder);
    }

    @BeforeEach
    void open() {
        store = new CheckpointStore(folder.resolve("checkpoints"));
    }

    private Path save(long step) throws LuthierException {
        return store.save(step, into -> {
            Files.createDirectory(into.resolve("adapter"));
            Files.writeString(into.resolve("adapter/weights"), "weights of " + step);
        });
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("checkpoints"))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aSavedCheckpointIsTheLatest() throws LuthierException, IOException {
        assertThat(store.latest()).isNull();
        save(5);
        Path saved = save(12);
        assertThat(saved).isEqualTo(folder.resolve("checkpoints/step-000012"));
        assertThat(saved.resolve("adapter/weights")).hasContent("weights of 12");
        assertThat(store.latest()).isEqualTo(saved);
        assertThat(names()).containsExactly("step-000005", "step-000012");
    }

    @Test
    void stepsAreOrderedByNumberBeyondSixDigits() throws LuthierException {
        save(999_999);
        Path later = save(1_000_000);
        assertThat(store.latest()).isEqualTo(later);
        assertThat(CheckpointStore.stepOf(later)).isEqualTo(1_000_000);
    }

    @Test
    void aFullDiskLeavesNothingHalfWrittenAndTheOlderOneIntact() throws LuthierException, IOException {
        Path older = save(1);
        assertThatThrownBy(() -> store.save(2, into -> {
                    Files.writeString(into.resolve("first"), "written");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.DiskFailure(
                                        folder.resolve("checkpoints/step-000002")
                                                .toString(),
                                        "the checkpoint of step 2",
                                        "No space left on device")));
        assertThat(names()).containsExactly("step-000001");
        assertThat(older.resolve("adapter/weights")).hasContent("weights of 1");
        assertThat(store.latest()).isEqualTo(older);
    }

    @Test
    void aFailureOrFaultOfTheContentIsPassedOnAndLeavesNothing() throws LuthierException, IOException {
        save(1);
        Failure failure = new Failure.Diverged(2, "x");
        assertThatThrownBy(() -> store.save(2, into -> {
                    throw new LuthierException(failure);
                }))
                .isInstanceOfSatisfying(
                        LuthierException.class, e -> assertThat(e.failure()).isEqualTo(failure));
        assertThatThrownBy(() -> store.save(2, into -> {
                    throw new IllegalStateException("fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).containsExactly("step-000001");
    }

    @Test
    void aStepSavedAgainIsReplacedAndSurvivesAFailure() throws LuthierException, IOException {
        save(3);
        store.save(3, into -> Files.writeString(into.resolve("second"), "time"));
        assertThat(folder.resolve("checkpoints/step-000003/second")).hasContent("time");
        assertThat(folder.resolve("checkpoints/step-000003/adapter")).doesNotExist();
        assertThatThrownBy(() -> store.save(3, into -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(LuthierException.class);
        assertThat(folder.resolve("checkpoints/step-000003/second")).hasContent("time");
        assertThat(names()).containsExactly("step-000003");
    }

    @Test
    void whatACrashLeftIsIgnoredAndSweptAway() throws LuthierException, IOException {
        Path whole = save(4);
        Path checkpoints = folder.resolve("checkpoints");
        Files.createDirectories(checkpoints.resolve(".writing-step-000009/adapter"));
        Files.createDirectories(checkpoints.resolve(".deleting-step-000002/adapter"));
        Files.createDirectories(checkpoints.resolve(".replaced-step-000004"));
        assertThat(store.latest()).isEqualTo(whole);
        assertThat(names()).containsExactly("step-000004");
    }

    @Test
    void aCrashBetweenTheTwoRenamesOfAReplacementGivesTheOldOneBack() throws LuthierException, IOException {
        Path saved = save(4);
        Files.move(saved, folder.resolve("checkpoints/.replaced-step-000004"));
        assertThat(store.latest()).isEqualTo(saved);
        assertThat(saved.resolve("adapter/weights")).hasContent("weights of 4");
    }

    @Test
    void pruningKeepsTheNewestAndTheBest() throws LuthierException, IOException {
        for (long step = 1; step <= 5; step++) {
            save(step);
        }
        assertThat(store.best()).isNull();
        store.markBest(3);
        store.markBest(2);
        store.prune(2);
        assertThat(names()).containsExactly("best.json", "step-000002", "step-000004", "step-000005");
        assertThat(store.best()).isEqualTo(folder.resolve("checkpoints/step-000002"));
        store.markBest(5);
        store.prune(1);
        assertThat(names()).containsExactly("best.json", "step-000005");
    }

    @Test
    void aMarkThatCannotBeReadNamesItsFile() throws LuthierException, IOException {
        save(1);
        Path mark = folder.resolve("checkpoints/best.json");
        for (String text : List.of("{}", "{", "{\"step\":\"one\"}")) {
            Files.writeString(mark, text);
            assertThatThrownBy(() -> store.best())
                    .isInstanceOfSatisfying(
                            LuthierException.class,
                            e -> assertThat(e.failure())
                                    .isInstanceOfSatisfying(
                                            Failure.InvalidSpec.class,
                                            failure ->
                                                    assertThat(failure.where()).isEqualTo(mark.toString())));
        }
    }
}
