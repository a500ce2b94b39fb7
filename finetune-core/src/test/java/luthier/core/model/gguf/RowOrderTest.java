package luthier.core.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    @Test
    void putsTheHalvesOfEveryHeadOneAfterTheOther() {
        RowOrder order = new RowOrder(6);
        assertThat(LongStream.range(0, 12).map(order::source))
                .containsExactly(0L, 2L, 4L, 1L, 3L, 5L, 6L, 8L, 10L, 7L, 9L, 11L);
    }

    @Property(tries = 50)
    void everyRowIsTakenOnce(
            @ForAll @IntRange(min = 1, max = 64) int half, @ForAll @IntRange(min = 1, max = 9) int heads) {
        RowOrder order = new RowOrder(2 * half);
        long rows = 2L * half * heads;
        assertThat(LongStream.range(0, rows).map(order::source).sorted().boxed())
                .containsExactlyElementsOf(LongStream.range(0, rows).boxed().toList());
    }

    @Test
    void leavesOtherRowsWhereTheyAre() {
        assertThat(RowOrder.KEPT.source(17)).isEqualTo(17);
    }
}
