package luthier.app.chart;

import java.util.Arrays;

/// Points to be joined by a line: pixel columns and values. A point without a value ends the line before it. Kept and
/// filled again from frame to frame.
public final class Polyline {
    private double[] columns = new double[1024];
    private double[] values = new double[1024];
    private int size;

    void clear() {
        size = 0;
    }

    void add(double column, double value) {
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        columns[size] = column;
        values[size++] = value;
    }

    void addGap() {
        if (size > 0 && !Double.isNaN(values[size - 1])) {
            add(columns[size - 1], Double.NaN);
        }
    }

    public int size() {
        return size;
    }

    public double column(int index) {
        return columns[index];
    }

    public double value(int index) {
        return values[index];
    }

    public boolean gap(int index) {
        return Double.isNaN(values[index]);
    }
}
