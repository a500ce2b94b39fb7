package luthier.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Property(tries = 500)
    void ticksLieInTheRangeAtEqualDistances(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double from,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double length,
            @ForAll @IntRange(min = 2, max = 12) int wanted) {
        Range range = new Range(from, from + length);
        Ticks ticks = Ticks.of(range, wanted);
        assertThat(ticks.values()).isNotEmpty().hasSizeLessThanOrEqualTo(2 * wanted + 1);
        double slack = 1e-6 * length;
        assertThat(ticks.values()).allMatch(tick -> tick >= from - slack && tick <= from + length + slack);
        for (int i = 2; i < ticks.values().size(); i++) {
            double step = ticks.values().get(1) - ticks.values().get(0);
            assertThat(ticks.values().get(i) - ticks.values().get(i - 1))
                    .isCloseTo(step, org.assertj.core.data.Offset.offset(slack));
        }
    }

    @Test
    void stepsAreOneTwoOrFive() {
        assertThat(Ticks.of(new Range(0, 10), 10).values()).startsWith(0.0, 1.0, 2.0);
        assertThat(Ticks.of(new Range(0, 10), 5).values()).startsWith(0.0, 2.0, 4.0);
        assertThat(Ticks.of(new Range(0, 1000), 2).values()).containsExactly(0.0, 500.0, 1000.0);
    }

    @Test
    void labelsHaveTheSameDecimals() {
        Ticks ticks = Ticks.of(new Range(1.6, 3.1), 3);
        assertThat(ticks.values().stream().map(ticks::label)).containsExactly("2.0", "2.5", "3.0");
    }

    @Test
    void smallNumbersAreWrittenWithAnExponent() {
        Ticks ticks = Ticks.of(new Range(0, 2.1e-4), 2);
        assertThat(ticks.values().stream().map(ticks::label)).containsExactly("0", "1e-4", "2e-4");
        assertThat(Ticks.exponent(1.21e-4)).isEqualTo("1.21e-4");
    }

    @Test
    void wholeTicksDoNotStandBetweenSteps() {
        assertThat(Ticks.ofWhole(new Range(0, 2), 8).values()).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void logarithmicTicksArePowersOfTen() {
        assertThat(Ticks.logarithmic(new Range(0.5, 60_000)).values())
                .containsExactly(1.0, 10.0, 100.0, 1000.0, 10_000.0);
        assertThat(Ticks.logarithmic(new Range(0.9, 21)).values()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0);
    }

    @Test
    void aRangeWithoutLengthHasOneTick() {
        assertThat(Ticks.of(new Range(3, 3), 5).values()).containsExactly(3.0);
        assertThat(Ticks.of(Range.EMPTY, 5).values()).isEmpty();
    }
}
