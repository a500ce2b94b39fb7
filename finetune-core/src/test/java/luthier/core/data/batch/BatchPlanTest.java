package luthier.core.data.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import luthier.core.run.Randomness;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
    private static int[] lengths(int count) {
        Randomness random = Randomness.of(count, "lengths", 0, 0);
        return IntStream.range(0, count).map(_ -> 2 + random.nextInt(500)).toArray();
    }

    private static BatchPlan plan(int count, int batchSize, int accumulation, long seed) {
        int[] lengths = lengths(count);
        return new BatchPlan(lengths, Arrays.stream(lengths).map(n -> n / 2).toArray(), batchSize, accumulation, seed);
    }

    private static List<Integer> examples(BatchPlan plan, long from, long to) {
        return IntStream.range((int) from, (int) to)
                .boxed()
                .flatMap(step -> plan.step(step).microBatches().stream())
                .flatMap(batch -> Arrays.stream(batch).boxed())
                .toList();
    }

    @Property(tries = 100)
    void everyExampleComesOnceAnEpoch(
            @ForAll @IntRange(min = 1, max = 300) int count,
            @ForAll @IntRange(min = 1, max = 9) int batchSize,
            @ForAll @IntRange(min = 1, max = 5) int accumulation,
            @ForAll long seed) {
        BatchPlan plan = plan(count, batchSize, accumulation, seed);
        long steps = plan.stepsPerEpoch();
        for (int epoch = 0; epoch < 2; epoch++) {
            assertThat(examples(plan, epoch * steps, (epoch + 1) * steps))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, count).boxed().toList());
        }
    }

    @Property(tries = 100)
    void aStepKnowsItsTokensAndTargets(
            @ForAll @IntRange(min = 1, max = 100) int count,
            @ForAll @IntRange(min = 1, max = 4) int batchSize,
            @ForAll @IntRange(min = 1, max = 4) int accumulation) {
        BatchPlan plan = plan(count, batchSize, accumulation, 3);
        int[] lengths = lengths(count);
        long tokens = 0;
        long targets = 0;
        for (long s = 0; s < plan.stepsPerEpoch(); s++) {
            BatchStep step = plan.step(s);
            assertThat(step.microBatches()).hasSizeBetween(1, accumulation);
            tokens += step.tokens();
            targets += step.supervisedTokens();
        }
        assertThat(tokens).isEqualTo(Arrays.stream(lengths).sum());
        assertThat(targets).isEqualTo(Arrays.stream(lengths).map(n -> n / 2).sum());
    }

    @Test
    void anyStepCanBeComputedWithoutThoseBefore() {
        BatchPlan replayed = plan(100, 4, 2, 11);
        List<List<int[]>> inOrder = IntStream.range(0, 40)
                .mapToObj(step -> replayed.step(step).microBatches())
                .toList();
        BatchPlan resumed = plan(100, 4, 2, 11);
        for (int step : new int[] {39, 3, 17, 0, 26}) {
            assertThat(resumed.step(step).microBatches().toArray(new int[0][]))
                    .isDeepEqualTo(inOrder.get(step).toArray(new int[0][]));
        }
    }

    @Test
    void seedAndEpochChangeTheOrder() {
        BatchPlan plan = plan(100, 4, 1, 11);
        List<Integer> first = examples(plan, 0, 25);
        assertThat(examples(plan, 25, 50)).isNotEqualTo(first);
        assertThat(examples(plan(100, 4, 1, 12), 0, 25)).isNotEqualTo(first);
    }

    @Test
    void rowsOfABatchAreOfLikeLength() {
        int[] lengths = lengths(1000);
        BatchPlan plan = plan(1000, 4, 1, 5);
        long padded = 0;
        for (long s = 0; s < plan.stepsPerEpoch(); s++) {
            int[] batch = plan.step(s).microBatches().getFirst();
            padded += (long) batch.length
                    * Arrays.stream(batch).map(i -> lengths[i]).max().orElseThrow();
        }
        assertThat(padded / (double) Arrays.stream(lengths).sum()).isLessThan(1.06);
    }

    @Test
    void batchesOfLikeLengthDoNotFollowEachOther() {
        int[] lengths = lengths(400);
        BatchPlan plan = plan(400, 4, 1, 5);
        List<Integer> firstLengths = IntStream.range(0, 100)
                .mapToObj(step -> lengths[plan.step(step).microBatches().getFirst()[0]])
                .toList();
        assertThat(firstLengths).isNotEqualTo(firstLengths.stream().sorted().toList());
    }

    @Test
    void stepsOfARun() {
        BatchPlan plan = plan(10, 3, 3, 1);
        assertThat(plan.batchesPerEpoch()).isEqualTo(4);
        assertThat(plan.stepsPerEpoch()).isEqualTo(2);
        assertThat(plan.steps(3, 0)).isEqualTo(6);
        assertThat(plan.steps(0.25, 0)).isEqualTo(1);
        assertThat(plan.steps(3, 17)).isEqualTo(17);
        assertThat(plan.step(0).epoch()).isEqualTo(0.5);
        assertThat(plan.step(3).epoch()).isEqualTo(2.0);
        assertThat(plan.step(1).microBatches()).hasSize(1);
    }
}
