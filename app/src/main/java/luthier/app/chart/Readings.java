package luthier.app.chart;

import java.util.ArrayList;
import java.util.List;
import luthier.app.i18n.Messages;

/// The figures in a chart's head: at the cross-hair, or the latest.
public final class Readings {
    private Readings() {}

    /// @param name empty where a chart has but one figure
    public record Reading(String name, String figure) {}

    /// @param crosshair NaN for the latest
    public static List<Reading> of(Chart chart, RunCharts charts, double crosshair) {
        Column places = charts.recording().places(charts.abscissa());
        double place = Double.isNaN(crosshair) ? places.last() : crosshair;
        if (places.size() == 0) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>();
        double scale = chart.unit().scale();
        if (chart.stacked()) {
            add(readings, Messages.of("chart.counted"), charts.countedAt(place) * scale);
        }
        for (Curve curve : chart.curves()) {
            double value = charts.recording().series(curve, charts.abscissa()).valueAt(place) * scale;
            switch (curve.form()) {
                case LINE -> add(readings, chart.curves().size() > 1 ? RunCharts.label(curve) : "", value);
                case SMOOTHED -> {
                    add(readings, Messages.of("chart.raw"), value);
                    add(readings, Messages.of("chart.smoothed"), charts.smoothedAt(curve, place) * scale);
                }
                case OUTLINE -> add(readings, RunCharts.label(curve), value);
                case STACKED -> {
                    // only their sum has room
                }
            }
        }
        double evaluation = charts.recording().evaluations(charts.abscissa()).valueAt(place);
        if (chart.equals(Charts.LOSS) && Double.isFinite(evaluation)) {
            add(readings, Messages.of("chart.evaluation"), evaluation);
        }
        return readings;
    }

    private static void add(List<Reading> readings, String name, double value) {
        readings.add(new Reading(name, ChartFigures.of(value)));
    }
}
