package luthier.app.chart;

/// Points in the order they came. An `y` that is not a number is a gap: the line ends before and begins anew after it.
///
/// @param x never falls
public record Series(Column x, Column y) {
    public static Series empty() {
        return new Series(new Column(), new Column());
    }

    public void add(double xValue, double yValue) {
        x.add(xValue);
        y.add(yValue);
    }

    /// A column that is being filled may be one ahead of the other.
    public int size() {
        return Math.min(x.size(), y.size());
    }

    /// The value at the last point whose `x` is not above the given one, NaN where there is none or a gap.
    public double valueAt(double xValue) {
        int after = Math.min(x.firstNotBelow(Math.nextUp(xValue)), size());
        return after == 0 ? Double.NaN : y.at(after - 1);
    }

    /// Least and greatest finite `y` between two `x`, both included; empty when there is none.
    public Range range(double from, double to) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int end = Math.min(x.firstNotBelow(Math.nextUp(to)), size());
        for (int i = x.firstNotBelow(from); i < end; i++) {
            double value = y.at(i);
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return new Range(least, greatest);
    }
}
