package luthier.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LabelSpreadTest {
    private static final Range BOUNDS = new Range(0, 300);

    @Property(tries = 300)
    void labelsDoNotOverlapAndKeepTheirOrder(@ForAll("places") List<Double> places) {
        double[] wanted = places.stream().mapToDouble(Double::doubleValue).toArray();
        double[] placed = LabelSpread.spread(wanted, 15, BOUNDS);
        Integer[] order = new Integer[wanted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, java.util.Comparator.comparingDouble(i -> placed[i]));
        for (int i = 1; i < order.length; i++) {
            assertThat(placed[order[i]] - placed[order[i - 1]]).isGreaterThan(15 - 1e-6);
            assertThat(wanted[order[i]]).isGreaterThanOrEqualTo(wanted[order[i - 1]]);
        }
        assertThat(Arrays.stream(placed)).allMatch(place -> place > -1e-6 && place < 300 + 1e-6);
    }

    @Test
    void labelsWithRoomStayWhereTheyBelong() {
        assertThat(LabelSpread.spread(new double[] {200, 100}, 15, BOUNDS)).containsExactly(200, 100);
    }

    @Test
    void twoAtOnePlaceMoveByHalfEach() {
        assertThat(LabelSpread.spread(new double[] {100, 100}, 15, BOUNDS))
                .contains(new double[] {92.5, 107.5}, within(1e-9));
    }

    @Provide
    Arbitrary<List<Double>> places() {
        return Arbitraries.doubles().between(0, 300).list().ofMinSize(1).ofMaxSize(15);
    }
}
