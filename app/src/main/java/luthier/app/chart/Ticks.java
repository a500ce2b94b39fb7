package luthier.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The numbers that stand at an axis: 1, 2 or 5 times a power of ten apart, all with the same decimals.
///
/// @param values ascending
/// @param decimals behind the point; below 0 the labels are written with an exponent
public record Ticks(List<Double> values, int decimals) {
    private static final int MOST_DECIMALS = 3;
    private static final double LARGEST_PLAIN = 1e7;
    private static final double ROUNDING = 1e-9;

    public Ticks {
        values = List.copyOf(values);
    }

    /// About `wanted` ticks, never more than twice as many and at least one in a range of some length.
    public static Ticks of(Range range, int wanted) {
        if (range.empty() || range.length() == 0 || !Double.isFinite(range.length())) {
            return new Ticks(range.empty() ? List.of() : List.of(range.from()), decimals(Math.abs(range.from())));
        }
        double step = step(range.length() / Math.max(1, wanted));
        List<Double> values = new ArrayList<>();
        long first = (long) Math.ceil(range.from() / step - ROUNDING);
        long last = (long) Math.floor(range.to() / step + ROUNDING);
        for (long i = first; i <= last; i++) {
            values.add(i * step);
        }
        boolean large = Math.max(Math.abs(range.from()), Math.abs(range.to())) >= LARGEST_PLAIN;
        return new Ticks(values, large ? -1 : decimals(step));
    }

    /// Whole numbers only, as steps are.
    public static Ticks ofWhole(Range range, int wanted) {
        return of(range, (int) Math.max(1, Math.min(wanted, range.length())));
    }

    /// The powers of ten in a range above 0; 1, 2 and 5 of each where there are few.
    public static Ticks logarithmic(Range range) {
        List<Double> values = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(range.from()));
        int last = (int) Math.ceil(Math.log10(range.to()));
        double[] within = last - first > 3 ? new double[] {1} : new double[] {1, 2, 5};
        for (int power = first; power <= last; power++) {
            for (double factor : within) {
                double value = factor * Math.pow(10, power);
                if (value >= range.from() && value <= range.to()) {
                    values.add(value);
                }
            }
        }
        return new Ticks(values, decimals(values.isEmpty() ? range.from() : values.getFirst()));
    }

    public String label(double value) {
        if (value == 0) {
            return "0";
        }
        if (decimals >= 0) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }
        return exponent(value);
    }

    /// `2e-4`, `1.21e-4`: as few digits as tell it to three.
    static String exponent(double value) {
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", 2);
        String digits = parts[0].replaceFirst("\\.?0+$", "");
        return digits + "e" + Integer.parseInt(parts[1]);
    }

    private static double step(double about) {
        double power = Math.pow(10, Math.floor(Math.log10(about)));
        double share = about / power;
        return power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
    }

    private static int decimals(double step) {
        int needed = step == 0 ? 0 : (int) Math.ceil(-Math.log10(step) - ROUNDING);
        return needed > MOST_DECIMALS ? -1 : Math.max(0, needed);
    }
}
