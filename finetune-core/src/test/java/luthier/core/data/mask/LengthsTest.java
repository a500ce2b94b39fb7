package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LengthsTest {
    private static Lengths of(int... lengths) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int length : lengths) {
            counts.merge(length, 1L, Long::sum);
        }
        return new Lengths(counts);
    }

    @Test
    void aShareFitsInTheSmallestLengthThatSoManyDoNotExceed() {
        Lengths lengths = of(40, 10, 20, 30);
        assertThat(lengths.examples()).isEqualTo(4);
        assertThat(lengths.fitting(0.5)).isEqualTo(20);
        assertThat(lengths.fitting(0.51)).isEqualTo(30);
        assertThat(lengths.fitting(1)).isEqualTo(40);
        assertThat(lengths.longest()).isEqualTo(40);
    }

    @Test
    void theLongestInAHundredIsLeftOut() {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        counts.put(100, 99L);
        counts.put(900, 1L);
        assertThat(new Lengths(counts).nearlyAll()).isEqualTo(100);
        assertThat(new Lengths(counts).suggestedLimit(8192)).isEqualTo(128);
        counts.put(900, 2L);
        assertThat(new Lengths(counts).suggestedLimit(8192)).isEqualTo(960);
    }

    @Test
    void theSuggestionIsAMultipleOf64WithinTheModelAnd2048() {
        assertThat(of(64).suggestedLimit(8192)).isEqualTo(64);
        assertThat(of(65).suggestedLimit(8192)).isEqualTo(128);
        assertThat(of(5000).suggestedLimit(8192)).isEqualTo(2048);
        assertThat(of(5000).suggestedLimit(1000)).isEqualTo(1000);
    }

    @Test
    void withoutExamplesNothingIsLong() {
        assertThat(of().longest()).isZero();
        assertThat(of().nearlyAll()).isZero();
    }
}
