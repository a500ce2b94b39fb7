package luthier.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    @Test
    void whatIsBeatenInBothIsNotOnIt() {
        List<ParetoFront.Point> points = List.of(
                new ParetoFront.Point(1, 5),
                new ParetoFront.Point(2, 3),
                new ParetoFront.Point(3, 4),
                new ParetoFront.Point(4, 1),
                new ParetoFront.Point(Double.NaN, 0));
        assertThat(IntStream.range(0, 5).filter(i -> ParetoFront.holds(points, i)))
                .containsExactly(0, 1, 3);
    }

    @Test
    void equalsAreOnItTogether() {
        List<ParetoFront.Point> points = List.of(new ParetoFront.Point(1, 1), new ParetoFront.Point(1, 1));
        assertThat(ParetoFront.holds(points, 0)).isTrue();
        assertThat(ParetoFront.holds(points, 1)).isTrue();
    }

    @Property(tries = 200)
    void theBestOfEachFigureIsOnIt(@ForAll("points") List<ParetoFront.Point> points) {
        double least = points.stream().mapToDouble(ParetoFront.Point::x).min().orElseThrow();
        assertThat(IntStream.range(0, points.size())
                        .filter(i -> ParetoFront.holds(points, i))
                        .mapToObj(points::get))
                .anyMatch(point -> point.x() == least);
    }

    @Provide
    Arbitrary<List<ParetoFront.Point>> points() {
        Arbitrary<Double> cost = Arbitraries.doubles().between(0, 10);
        return Combinators.combine(cost, cost)
                .as(ParetoFront.Point::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
