package luthier.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import luthier.core.engine.checkpoint.CheckpointStore;
import luthier.core.engine.kernel.Kernels;
import luthier.core.model.DType;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The exactness that `scripts/kill-and-resume` shows with real processes, at the engine's level.
final class ResumeTest {
    private static final int STEPS = 8;

    @ParameterizedTest
    @CsvSource({"1, F32", "3, F32", "7, F32", "4, BF16"})
    void aRunGoneOnFromACheckpointHasTheBitsOfTheUninterruptedOne(int at, DType compute, @TempDir Path folder)
            throws LuthierException {
        PreparedRun run = TinyRun.of(64, 4, 2, 0.2, compute);
        float[] whole = TinyRun.train(run, STEPS, 2);
        CheckpointStore store = new CheckpointStore(folder);
        try (Kernels kernels = Kernels.load(-1, 1);
                TrainingSession session = TrainingSession.open(run, kernels, 2)) {
            Progress progress = Progress.START;
            for (int step = 0; step < at; step++) {
                session.step(step);
                progress = progress.stepped(10, 5, 0.5);
            }
            Progress reached = progress;
            store.save(at, target -> session.save(target, reached));
        }
        Path newest = store.latest();
        assertThat(newest).isNotNull();
        if (newest == null) {
            return;
        }
        try (Kernels kernels = Kernels.load(-1, 1);
                TrainingSession session = TrainingSession.open(run, kernels, 2)) {
            Progress progress = session.restore(newest);
            assertThat(progress.step()).isEqualTo(at);
            assertThat(progress.tokens()).isEqualTo(10L * at);
            for (int step = at; step < STEPS; step++) {
                session.step(step);
            }
            assertThat(kernels.floats(
                            session.model().trained().groups().getFirst().parameters()))
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({"F32", "BF16"})
    void aCheckpointOfOtherSettingsIsRefused(DType compute, @TempDir Path folder) throws LuthierException, IOException {
        PreparedRun run = TinyRun.of(8, 4, 1, 0, compute);
        try (Kernels kernels = Kernels.load(-1, 1);
                TrainingSession session = TrainingSession.open(run, kernels, 2)) {
            session.save(folder, Progress.START);
            // A checkpoint whose tensors are shorter than the run's.
            EngineState.write(folder, kernels, java.util.List.of(), Progress.START);
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                            LuthierException.class, () -> session.restore(folder)))
                    .isNotNull();
        }
    }
}
