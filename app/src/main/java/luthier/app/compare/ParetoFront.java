package luthier.app.compare;

import java.util.List;

/// Which of several choices are not beaten in both of two costs by any other.
public final class ParetoFront {
    private ParetoFront() {}

    /// @param x cost, lower is better
    /// @param y cost, lower is better
    public record Point(double x, double y) {
        private boolean known() {
            return Double.isFinite(x) && Double.isFinite(y);
        }

        private boolean beats(Point other) {
            return x <= other.x && y <= other.y && (x < other.x || y < other.y);
        }
    }

    /// Whether the point at the index is on the front; one with a figure that is not known never is.
    public static boolean holds(List<Point> points, int index) {
        Point point = points.get(index);
        return point.known() && points.stream().noneMatch(other -> other.known() && other.beats(point));
    }
}
