package luthier.app.chart;

import java.util.Arrays;

/// The vertical range of what a chart shows.
final class Extremes {
    private static final double OUTLIER_SHARE = 0.01;
    private static final double PAD = 0.06;

    private final boolean withoutOutliers;
    private final boolean logarithmic;
    private Range range = Range.EMPTY;

    /// @param withoutOutliers leaves the highest and lowest hundredth of the drawn points of each curve out
    Extremes(boolean withoutOutliers, boolean logarithmic) {
        this.withoutOutliers = withoutOutliers;
        this.logarithmic = logarithmic;
    }

    void add(Column values, Picks picks) {
        double[] drawn = new double[picks.size()];
        int count = 0;
        for (int i = 0; i < picks.size(); i++) {
            if (!picks.gap(i)) {
                double value = values.at(picks.index(i));
                if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                    drawn[count++] = value;
                }
            }
        }
        if (count == 0) {
            return;
        }
        Arrays.sort(drawn, 0, count);
        int left = withoutOutliers ? (int) (count * OUTLIER_SHARE) : 0;
        range = range.with(new Range(drawn[left], drawn[count - 1 - left]));
    }

    void add(double value) {
        if (!logarithmic || value > 0) {
            range = range.with(value);
        }
    }

    /// With room around it; from 0 where asked for, and 0 to 1 when there is nothing.
    Range range(boolean fromZero) {
        if (range.empty()) {
            return logarithmic ? new Range(0.1, 1) : new Range(0, 1);
        }
        if (logarithmic) {
            return new Range(range.from() / 1.1, range.to() * 1.1);
        }
        if (fromZero && range.from() >= 0) {
            return new Range(0, range.to() == 0 ? 1 : range.to() * (1 + PAD));
        }
        Range padded = range.padded(PAD);
        return range.from() >= 0 && padded.from() < 0 ? new Range(0, padded.to()) : padded;
    }
}
