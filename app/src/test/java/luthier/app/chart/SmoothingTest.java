package luthier.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {
    private final Column input = new Column();

    @Test
    void theFirstValueIsItself() {
        input.add(4);
        assertThat(new Smoothing(input, 0.9).output().at(0)).isCloseTo(4, within(1e-12));
    }

    @Test
    void itGrowsWithItsInputAsIfComputedAtOnce() {
        Smoothing grown = new Smoothing(input, 0.8);
        for (int i = 0; i < 50; i++) {
            input.add(Math.sin(i));
            grown.output();
        }
        assertThat(grown.output().last())
                .isEqualTo(new Smoothing(input, 0.8).output().last());
    }

    @Test
    void aGapStaysAGapAndIsNotInTheAverage() {
        input.add(2);
        input.add(Double.NaN);
        input.add(2);
        Column output = new Smoothing(input, 0.9).output();
        assertThat(output.at(1)).isNaN();
        assertThat(output.at(2)).isCloseTo(2, within(1e-12));
    }

    @Test
    void withoutStrengthItIsTheInput() {
        input.add(1);
        input.add(5);
        assertThat(new Smoothing(input, 0).output().at(1)).isEqualTo(5);
    }
}
