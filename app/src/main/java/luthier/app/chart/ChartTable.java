package luthier.app.chart;

import java.util.ArrayList;
import java.util.List;

/// A chart's figures as a table: one row for each step in a range, one column for each curve, in the chart's unit.
public final class ChartTable {
    private final Recording recording;
    private final Abscissa abscissa;
    private final List<Curve> curves;
    private final double scale;
    private final int[] rows;

    /// @param shown values of the horizontal axis whose rows are wanted
    public ChartTable(Chart chart, Recording recording, Abscissa abscissa, Range shown) {
        this.recording = recording;
        this.abscissa = abscissa;
        this.curves = chart.curves();
        this.scale = chart.unit().scale();
        Column places = recording.places(abscissa);
        List<Integer> kept = new ArrayList<>();
        for (int i = places.firstNotBelow(shown.from()); i < places.size() && places.at(i) <= shown.to(); i++) {
            if (!gap(i)) {
                kept.add(i);
            }
        }
        this.rows = kept.stream().mapToInt(Integer::intValue).toArray();
    }

    public int rows() {
        return rows.length;
    }

    /// The horizontal axis first, then the curves.
    public int columns() {
        return 1 + curves.size();
    }

    /// Key of a column, such as `step` or `loss`.
    public String key(int column) {
        return column == 0
                ? abscissa.name().toLowerCase(java.util.Locale.ROOT)
                : curves.get(column - 1).key();
    }

    public double at(int row, int column) {
        int index = rows[row];
        return column == 0
                ? recording.places(abscissa).at(index)
                : recording.values(curves.get(column - 1)).at(index) * scale;
    }

    /// Comma-separated, with a head line; numbers as Java writes them, so that none loses a digit.
    public String csv() {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < columns(); column++) {
            text.append(column == 0 ? "" : ",").append(key(column));
        }
        for (int row = 0; row < rows(); row++) {
            text.append('\n');
            for (int column = 0; column < columns(); column++) {
                text.append(column == 0 ? "" : ",").append(number(at(row, column)));
            }
        }
        return text.append('\n').toString();
    }

    private boolean gap(int index) {
        return curves.stream()
                .allMatch(curve -> Double.isNaN(recording.values(curve).at(index)));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
