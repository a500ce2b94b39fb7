package luthier.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecimationTest {
    @Property(tries = 300)
    void eachColumnKeepsItsFirstLowestHighestAndLastPoint(
            @ForAll("values") List<Double> values, @ForAll @IntRange(min = 1, max = 40) int width) {
        Series series = series(values);
        Axis axis = new Axis(new Range(0, Math.max(1, values.size() - 1)), 0, width, false);
        Set<Integer> kept = new HashSet<>(reduce(series, axis));
        for (List<Integer> column : columns(series, axis).values()) {
            double lowest =
                    column.stream().mapToDouble(i -> values.get(i)).min().orElseThrow();
            double highest =
                    column.stream().mapToDouble(i -> values.get(i)).max().orElseThrow();
            assertThat(kept).contains(column.getFirst(), column.getLast());
            assertThat(column.stream().filter(kept::contains).map(values::get)).contains(lowest, highest);
        }
    }

    @Property(tries = 300)
    void pointsStayInOrderAndAreAtMostFourAColumn(
            @ForAll("values") List<Double> values, @ForAll @IntRange(min = 1, max = 40) int width) {
        Series series = series(values);
        Axis axis = new Axis(new Range(0, Math.max(1, values.size() - 1)), 0, width, false);
        List<Integer> picks = reduce(series, axis);
        assertThat(picks).isSorted().doesNotHaveDuplicates();
        columns(series, axis)
                .values()
                .forEach(column ->
                        assertThat(picks.stream().filter(column::contains)).hasSizeBetween(1, 4));
    }

    @Test
    void aValueThatIsNotANumberIsAGap() {
        Series series = series(List.of(1.0, Double.NaN, 3.0));
        Picks picks = new Picks();
        Decimation.reduce(series, new Axis(new Range(0, 2), 0, 100, false), picks);
        assertThat(picks.size()).isEqualTo(3);
        assertThat(picks.index(0)).isZero();
        assertThat(picks.gap(1)).isTrue();
        assertThat(picks.index(2)).isEqualTo(2);
    }

    @Test
    void onlyTheShownPartAndOnePointOnEitherSideIsTaken() {
        Series series = Series.empty();
        for (int i = 0; i < 100; i++) {
            series.add(i, i);
        }
        List<Integer> picks = reduce(series, new Axis(new Range(40, 50), 0, 1000, false));
        assertThat(picks).first().isEqualTo(39);
        assertThat(picks).last().isEqualTo(51);
        assertThat(picks).hasSize(13);
    }

    @Provide
    Arbitrary<List<Double>> values() {
        return Arbitraries.doubles().between(-1000, 1000).list().ofMinSize(1).ofMaxSize(400);
    }

    private static Series series(List<Double> values) {
        Series series = Series.empty();
        for (int i = 0; i < values.size(); i++) {
            series.add(i, values.get(i));
        }
        return series;
    }

    private static List<Integer> reduce(Series series, Axis axis) {
        Picks picks = new Picks();
        Decimation.reduce(series, axis, picks);
        return java.util.stream.IntStream.range(0, picks.size())
                .filter(i -> !picks.gap(i))
                .mapToObj(picks::index)
                .toList();
    }

    private static Map<Long, List<Integer>> columns(Series series, Axis axis) {
        Map<Long, List<Integer>> columns = new HashMap<>();
        for (int i = 0; i < series.size(); i++) {
            double scale = axis.last() / axis.values().length();
            columns.computeIfAbsent((long) Math.floor(series.x().at(i) * scale), _ -> new java.util.ArrayList<>())
                    .add(i);
        }
        return columns;
    }
}
