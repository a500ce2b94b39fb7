package luthier.core.engine.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class MemoryPlanTest {
    private static final long MEBIBYTE = 1L << 20;
    private static final Map<MemoryCause, Long> BYTES =
            Map.of(MemoryCause.ACTIVATIONS, 300 * MEBIBYTE, MemoryCause.WEIGHTS, 600 * MEBIBYTE);

    @Test
    void aPlanWithinTheUsableShareIsAccepted() {
        assertThatCode(() -> new MemoryPlan(BYTES, 1000 * MEBIBYTE, 0).requireFits())
                .doesNotThrowAnyException();
    }

    @Test
    void onePlannedTooLargeIsRefusedWithItsBreakdown() {
        MemoryPlan plan = new MemoryPlan(BYTES, 900 * MEBIBYTE, 0);
        assertThatThrownBy(plan::requireFits)
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> Assertions.assertThat(e.failure())
                                .isEqualTo(new Failure.OutOfMemory(
                                        900 * MEBIBYTE,
                                        828 * MEBIBYTE,
                                        List.of("weights: 600 MiB", "activations: 300 MiB"))));
    }
}
