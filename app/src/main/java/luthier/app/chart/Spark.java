package luthier.app.chart;

import java.util.Arrays;

/// The course of a curve in a few values, for a drawing as small as a word.
public final class Spark {
    private static final int VALUES = 40;
    private static final int LOOKED_AT = 12;

    private Spark() {}

    /// At most forty averages over equal parts of the column, of at most twelve values each.
    public static double[] of(Column column) {
        int parts = Math.min(VALUES, column.size());
        double[] values = new double[parts];
        int count = 0;
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) column.size() * part / parts);
            int to = (int) ((long) column.size() * (part + 1) / parts);
            int stride = Math.max(1, (to - from) / LOOKED_AT);
            double sum = 0;
            int finite = 0;
            for (int i = from; i < to; i += stride) {
                if (Double.isFinite(column.at(i))) {
                    sum += column.at(i);
                    finite++;
                }
            }
            if (finite > 0) {
                values[count++] = sum / finite;
            }
        }
        return Arrays.copyOf(values, count);
    }
}
