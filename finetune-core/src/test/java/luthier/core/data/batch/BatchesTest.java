package luthier.core.data.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import luthier.core.data.mask.TokenizedExample;
import luthier.core.run.Randomness;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final int PAD = 9;

    private static TokenizedExample example(int length, int... supervised) {
        BitSet targets = new BitSet();
        Arrays.stream(supervised).forEach(targets::set);
        return new TokenizedExample(IntStream.range(0, length).map(i -> 100 + i).toArray(), targets);
    }

    @Test
    void labelsAreShiftedAndPaddingIsMaskedByLength() {
        Batches batches = new Batches(List.of(example(3, 1, 2), example(5, 4)), 2, 1, 1, PAD, 6);
        Batch batch = batches.longest();
        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.length()).isEqualTo(5);
        assertThat(batch.ids()).containsExactly(100, 101, 102, 103, 104, 100, 101, 102, PAD, PAD);
        assertThat(batch.labels()).containsExactly(-100, -100, -100, 104, -100, 101, 102, -100, -100, -100);
        assertThat(batch.tokensWithoutPadding()).isEqualTo(8);
        assertThat(batch.supervisedTokens()).isEqualTo(3);
    }

    @Test
    void theLengthIsRoundedUpWhereTheLimitAllows() {
        assertThat(new Batches(List.of(example(9, 1)), 1, 1, 1, PAD, 16)
                        .longest()
                        .length())
                .isEqualTo(16);
        assertThat(new Batches(List.of(example(9, 1)), 1, 1, 1, PAD, 15)
                        .longest()
                        .length())
                .isEqualTo(9);
        assertThat(new Batches(List.of(example(8, 1)), 1, 1, 1, PAD, 100)
                        .longest()
                        .length())
                .isEqualTo(8);
    }

    @Property(tries = 60)
    void theSumsOfMicroBatchesAreTheStepsAndNoneIsLargerThanTheLongest(
            @ForAll @IntRange(min = 1, max = 80) int count,
            @ForAll @IntRange(min = 1, max = 5) int batchSize,
            @ForAll @IntRange(min = 1, max = 4) int accumulation,
            @ForAll long seed) {
        Randomness random = Randomness.of(seed, "examples", 0, 0);
        List<TokenizedExample> examples = IntStream.range(0, count)
                .mapToObj(_ -> {
                    int length = 2 + random.nextInt(90);
                    return example(length, IntStream.range(length / 2, length).toArray());
                })
                .toList();
        Batches batches = new Batches(examples, batchSize, accumulation, seed, PAD, 100);
        Batch longest = batches.longest();
        for (long s = 0; s < batches.plan().stepsPerEpoch(); s++) {
            BatchStep step = batches.plan().step(s);
            List<Batch> filled = batches.of(step);
            assertThat(filled.stream().mapToLong(BatchesTest::labels).sum()).isEqualTo(step.supervisedTokens());
            assertThat(filled.stream().mapToLong(Batch::supervisedTokens).sum()).isEqualTo(step.supervisedTokens());
            assertThat(filled.stream().mapToLong(Batch::tokensWithoutPadding).sum())
                    .isEqualTo(step.tokens());
            assertThat(filled)
                    .allMatch(batch -> batch.ids().length == batch.rows() * batch.length()
                            && batch.ids().length <= longest.ids().length);
        }
    }

    @Test
    void evaluationSeesEveryExampleOnceShortestFirst() {
        Batches batches = new Batches(List.of(example(7, 1), example(3, 1), example(5, 1)), 2, 1, 1, PAD, 7);
        List<Batch> all = batches.evaluation().toList();
        assertThat(all).extracting(Batch::length).containsExactly(5, 7);
        assertThat(all).extracting(Batch::rows).containsExactly(2, 1);
    }

    private static long labels(Batch batch) {
        return Arrays.stream(batch.labels())
                .filter(label -> label != TokenizedExample.IGNORED)
                .count();
    }
}
