package luthier.app.chart;

/// Reduces a series to what a screen can show: of all points that fall into one pixel column, the first, the lowest,
/// the highest and the last, in the order they came. Nothing that would be seen is lost, however many points
/// there are.
public final class Decimation {
    private final Series series;
    private final Axis axis;
    private final Picks picks;

    private long column = Long.MIN_VALUE;
    private int first;
    private int lowest;
    private int highest;
    private int last;

    private Decimation(Series series, Axis axis, Picks picks) {
        this.series = series;
        this.axis = axis;
        this.picks = picks;
    }

    /// Fills `picks` with the points between the ends of the axis and one more on either side, so that the
    /// line reaches
    /// the edges.
    public static void reduce(Series series, Axis axis, Picks picks) {
        picks.clear();
        new Decimation(series, axis, picks).run();
    }

    private void run() {
        int size = series.size();
        int begin = Math.max(0, series.x().firstNotBelow(axis.values().from()) - 1);
        int end = Math.min(
                size, series.x().firstNotBelow(Math.nextUp(axis.values().to())) + 1);
        double scale = (axis.last() - axis.first()) / axis.values().length();
        double origin = axis.first() - axis.values().from() * scale;
        for (int i = begin; i < end; i++) {
            double value = series.y().at(i);
            if (Double.isNaN(value)) {
                flush();
                picks.addGap();
                continue;
            }
            // linear on purpose: the x axis of a run never is logarithmic, and this is the innermost loop
            long at = (long) Math.floor(origin + series.x().at(i) * scale);
            if (at != column) {
                flush();
                column = at;
                first = i;
                lowest = i;
                highest = i;
            } else if (value < series.y().at(lowest)) {
                lowest = i;
            } else if (value > series.y().at(highest)) {
                highest = i;
            }
            last = i;
        }
        flush();
    }

    private void flush() {
        if (column == Long.MIN_VALUE) {
            return;
        }
        int early = Math.min(lowest, highest);
        int late = Math.max(lowest, highest);
        picks.add(first);
        if (early != first && early != last) {
            picks.add(early);
        }
        if (late != early && late != first && late != last) {
            picks.add(late);
        }
        if (last != first) {
            picks.add(last);
        }
        column = Long.MIN_VALUE;
    }
}
