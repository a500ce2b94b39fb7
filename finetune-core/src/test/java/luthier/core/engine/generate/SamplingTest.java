package luthier.core.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class SamplingTest {
    /// Probabilities 0.5, 0.3, 0.15, 0.05 at temperature 1; the last row is no token.
    private static final float[] LOGITS = {
        (float) Math.log(0.15), (float) Math.log(0.5), (float) Math.log(0.05), (float) Math.log(0.3), 50
    };

    @Test
    void greedyTakesTheLikeliestToken() {
        assertThat(Sampling.GREEDY.choose(LOGITS, 4, 0, 0)).isEqualTo(1);
    }

    @Test
    void rowsBeyondTheVocabularyAreNeverChosen() {
        assertThat(draws(new Sampling(5, 1, 3), 500)[4]).isZero();
    }

    @Test
    void drawsFollowTheProbabilities() {
        int[] counts = draws(new Sampling(1, 1, 1), 20_000);
        assertThat(counts[1] / 20_000.0).isCloseTo(0.5, Offset.offset(0.02));
        assertThat(counts[2] / 20_000.0).isCloseTo(0.05, Offset.offset(0.01));
    }

    @Test
    void temperatureSharpens() {
        // 0.5² / (0.5² + 0.3² + 0.15² + 0.05²)
        int[] counts = draws(new Sampling(0.5, 1, 1), 20_000);
        assertThat(counts[1] / 20_000.0).isCloseTo(0.685, Offset.offset(0.02));
    }

    @Test
    void topPKeepsTheFewestTokensThatReachIt() {
        int[] counts = draws(new Sampling(1, 0.7, 1), 20_000);
        assertThat(counts[0] + counts[2]).isZero();
        assertThat(counts[1] / 20_000.0).isCloseTo(0.5 / 0.8, Offset.offset(0.02));
    }

    @Test
    void sameSeedAndPlaceGiveTheSameToken() {
        Sampling sampling = new Sampling(1, 0.95, 42);
        Set<Integer> distinct = new HashSet<>();
        for (int place = 0; place < 50; place++) {
            int id = sampling.choose(LOGITS, 4, 7, place);
            assertThat(sampling.choose(LOGITS, 4, 7, place)).isEqualTo(id);
            distinct.add(id);
        }
        assertThat(distinct).hasSizeGreaterThan(1);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> new Sampling(-1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sampling(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] draws(Sampling sampling, int count) {
        int[] counts = new int[LOGITS.length];
        for (int place = 0; place < count; place++) {
            counts[sampling.choose(LOGITS, 4, 0, place)]++;
        }
        return counts;
    }
}
