package luthier.app.chart;

import java.util.Locale;

/// A chart's numbers as a person reads them, to three digits.
public final class ChartFigures {
    private static final double LEAST_PLAIN = 0.001;

    private ChartFigures() {}

    /// `1.91`, `704`, `1.21e-4`; a dash for what is not there.
    public static String of(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (size != 0 && size < LEAST_PLAIN) {
            return Ticks.exponent(value);
        }
        return String.format(Locale.ROOT, size >= 99.95 ? "%,.0f" : size >= 0.1 ? "%.2f" : "%.3f", value);
    }
}
