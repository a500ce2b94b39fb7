package luthier.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import luthier.core.engine.kernel.Kernels;
import luthier.core.model.DType;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TrainingSessionTest {
    @ParameterizedTest
    @CsvSource({"F32, 0", "F32, 0.3", "BF16, 0", "BF16, 0.3"})
    void recomputingActivationsGivesTheSameBitsAsKeepingThem(DType compute, double dropout) throws LuthierException {
        PreparedRun run = TinyRun.of(24, 4, 2, dropout, compute);
        float[] kept = TinyRun.train(run, 3, 2);
        assertThat(TinyRun.train(run, 3, 0)).isEqualTo(kept);
        assertThat(TinyRun.train(run, 3, 1)).isEqualTo(kept);
    }

    @ParameterizedTest
    @EnumSource(names = {"F32", "BF16"})
    void theSameRunGivesTheSameBitsTwice(DType compute) throws LuthierException {
        PreparedRun run = TinyRun.of(24, 4, 1, 0.2, compute);
        assertThat(TinyRun.train(run, 4, 2)).isEqualTo(TinyRun.train(run, 4, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 12", "2, 6", "4, 3", "5, 3"})
    void accumulatedMicroBatchesOfUnequalLengthEqualTheBigBatch(int batchSize, int accumulation)
            throws LuthierException {
        float[] big = TinyRun.gradients(TinyRun.of(12, 12, 1, 0, DType.F32), 2);
        float[] accumulated = TinyRun.gradients(TinyRun.of(12, batchSize, accumulation, 0, DType.F32), 2);
        double largest = 0;
        for (float value : big) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isGreaterThan(1e-3);
        for (int i = 0; i < big.length; i++) {
            assertThat((double) accumulated[i]).isCloseTo(big[i], within(1e-5 * largest));
        }
    }

    @Test
    void dropoutChangesTheGradients() throws LuthierException {
        float[] without = TinyRun.gradients(TinyRun.of(12, 12, 1, 0, DType.F32), 2);
        assertThat(TinyRun.gradients(TinyRun.of(12, 12, 1, 0.5, DType.F32), 2)).isNotEqualTo(without);
    }

    @Test
    void nothingLeaksBetweenStep20AndStep200() throws LuthierException {
        PreparedRun run = TinyRun.of(800, 4, 1, 0.1, DType.BF16);
        try (Kernels kernels = Kernels.load(-1, 1);
                TrainingSession session = TrainingSession.open(run, kernels, 1)) {
            long open = 0;
            long resident = 0;
            for (int step = 1; step <= 200; step++) {
                session.step(step - 1);
                if (step == 20) {
                    open = kernels.account().openTensors();
                    resident = residentOutsideTheHeap();
                }
            }
            assertThat(kernels.account().openTensors()).isEqualTo(open);
            assertThat((double) residentOutsideTheHeap()).isLessThan(resident * 1.02);
        }
    }

    /// The collector decides when the heap grows and shrinks; tensors live outside it.
    private static long residentOutsideTheHeap() {
        System.gc();
        return ProcessMemory.residentBytes() - Runtime.getRuntime().totalMemory();
    }

    @Test
    void lossThatIsNotANumberLeavesTheTrainedNumbersAlone() throws LuthierException {
        PreparedRun run = TinyRun.of(8, 4, 1, 0, DType.F32);
        try (Kernels kernels = Kernels.load(-1, 1);
                TrainingSession session = TrainingSession.open(run, kernels, 2)) {
            kernels.call("fill")
                    .with(session.model().block(0).tensor("norm1"))
                    .with(Double.NaN)
                    .run();
            float[] before =
                    kernels.floats(session.model().trained().groups().getFirst().parameters());
            assertThat(session.step(0).loss()).isNaN();
            assertThat(kernels.floats(
                            session.model().trained().groups().getFirst().parameters()))
                    .isEqualTo(before);
        }
    }
}
