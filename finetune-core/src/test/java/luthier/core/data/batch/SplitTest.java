package luthier.core.data.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static List<Integer> records(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Property(tries = 200)
    void everyRecordIsOnOneSideInItsOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 60) int count,
            @ForAll @DoubleRange(min = 0, max = 0.5) double fraction) {
        Split<Integer> split = Split.of(records(count), seed, fraction);
        assertThat(split.training()).isSorted();
        assertThat(split.evaluation()).isSorted();
        assertThat(Stream.concat(split.training().stream(), split.evaluation().stream()))
                .containsExactlyInAnyOrderElementsOf(records(count));
        if (count > 1 && fraction > 0) {
            assertThat(split.training()).isNotEmpty();
            assertThat(split.evaluation()).isNotEmpty();
        }
    }

    @Test
    void theShareIsAboutWhatWasAsked() {
        assertThat(Split.of(records(10_000), 42, 0.1).evaluation()).hasSizeBetween(900, 1100);
    }

    @Test
    void anotherSeedHoldsOutOthers() {
        assertThat(Split.of(records(100), 1, 0.2).evaluation())
                .isEqualTo(Split.of(records(100), 1, 0.2).evaluation())
                .isNotEqualTo(Split.of(records(100), 2, 0.2).evaluation());
    }

    @Test
    void appendedRecordsDoNotMoveTheOthers() {
        List<Integer> before = Split.of(records(500), 7, 0.2).evaluation();
        assertThat(Split.of(records(600), 7, 0.2).evaluation()).containsAll(before);
    }

    @Test
    void withoutAShareAllIsTraining() {
        assertThat(Split.of(records(5), 1, 0).evaluation()).isEmpty();
        assertThat(Split.of(records(1), 1, 0.5).training()).containsExactly(0);
    }
}
