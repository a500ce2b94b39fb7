package luthier.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomnessTest {
    /// Reference values of Steele, Lea and Flood's SplitMix64 for the seed 1234567.
    @Test
    void isSplitMix64() {
        Randomness random = Randomness.splitMix(1234567);
        assertThat(new long[] {random.nextLong(), random.nextLong(), random.nextLong()})
                .containsExactly(
                        6457827717110365317L, 3203168211198807973L, Long.parseUnsignedLong("9817491932198370423"));
    }

    @Test
    void everyPartOfThePlaceMatters() {
        assertThat(new long[] {
                    Randomness.key(1, "batches", 2, 3),
                    Randomness.key(2, "batches", 2, 3),
                    Randomness.key(1, "dropout", 2, 3),
                    Randomness.key(1, "batches", 3, 3),
                    Randomness.key(1, "batches", 2, 4),
                    Randomness.key(1, "batches", 3, 2)
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void theSamePlaceGivesTheSameNumbers() {
        assertThat(Randomness.of(7, "noise", 5, 1).longs(50).toArray())
                .isEqualTo(Randomness.of(7, "noise", 5, 1).longs(50).toArray());
    }

    @Test
    void neighbouringPlacesLookUnrelated() {
        double mean = IntStream.range(0, 20_000)
                .mapToDouble(i -> Randomness.of(42, "noise", 0, i).nextDouble())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(0.49, 0.51);
    }

    @Test
    void gaussiansHaveMeanZeroAndVarianceOne() {
        Randomness random = Randomness.of(3, "noise", 0, 0);
        double[] draws = IntStream.range(0, 50_000)
                .mapToDouble(_ -> random.nextGaussian())
                .toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isBetween(-0.02, 0.02);
        assertThat(variance).isBetween(0.97, 1.03);
    }

    @Property(tries = 200)
    void boundedDrawsStayInside(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        assertThat(Randomness.of(seed, "draw", 0, 0).nextInt(bound)).isBetween(0, bound - 1);
    }

    @Property(tries = 100)
    void shufflingKeepsEveryValue(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int count) {
        int[] values = IntStream.range(0, count).toArray();
        Randomness.of(seed, "order", 0, 0).shuffle(values);
        assertThat(values).containsExactlyInAnyOrder(IntStream.range(0, count).toArray());
    }
}
