package luthier.app.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luthier.app.i18n.Messages;

/// What the charts of one run draw, over one horizontal axis.
public final class RunCharts {
    /// How much of the average each step leaves, at first.
    public static final double USUAL_SMOOTHING = 0.9;

    private final Recording recording;
    private final double predictedBytes;
    private final Map<Curve, Smoothing> smoothings = new HashMap<>();
    private final Total counted;
    private Abscissa abscissa = Abscissa.STEP;
    private double kept = USUAL_SMOOTHING;
    private int cuts;

    /// @param predictedBytes of memory at the peak, NaN when nothing was predicted
    public RunCharts(Recording recording, double predictedBytes) {
        this.recording = recording;
        this.predictedBytes = predictedBytes;
        this.cuts = recording.cuts();
        counted = new Total(stacked().stream().map(recording::values).toList());
    }

    public Recording recording() {
        return recording;
    }

    public Abscissa abscissa() {
        return abscissa;
    }

    public void over(Abscissa newAbscissa) {
        abscissa = newAbscissa;
    }

    public void smooth(double newKept) {
        kept = newKept;
        smoothings.values().forEach(smoothing -> smoothing.restart(kept));
    }

    /// Takes up what the recording has gained.
    public void refresh() {
        if (cuts != recording.cuts()) {
            cuts = recording.cuts();
            counted.restart();
            smoothings.values().forEach(smoothing -> smoothing.restart(kept));
        }
        smoothings.values().forEach(Smoothing::output);
        counted.output();
    }

    public Plot plot(Chart chart) {
        List<Layer> layers = new ArrayList<>();
        if (chart.stacked()) {
            layers.add(stack(chart));
        }
        boolean many = chart.curves().size() > 1;
        for (Curve curve : chart.curves()) {
            switch (curve.form()) {
                case LINE -> layers.add(line(curve, Ink.SERIES_1, Layer.Strength.PLAIN, many ? label(curve) : ""));
                case SMOOTHED -> {
                    layers.add(line(curve, Ink.SERIES_1, Layer.Strength.FAINT, Messages.of("chart.raw")));
                    Series smooth = new Series(recording.places(abscissa), smoothed(curve));
                    String label = Messages.of("chart.smoothed");
                    layers.add(new Layer.Line(smooth, Ink.SERIES_1, Layer.Strength.STRONG, label, 0));
                }
                case OUTLINE -> layers.add(line(curve, Ink.TEXT, Layer.Strength.PLAIN, label(curve)));
                case STACKED -> {
                    // in the stack
                }
            }
        }
        addMarks(chart, layers);
        boolean steps = abscissa == Abscissa.STEP;
        double end = steps ? recording.plannedSteps() : 0;
        return new Plot(layers, chart.unit().scale(), chart.unit().fromZero(), steps, end, unit());
    }

    /// The curve's moving average at the place, as measured.
    public double smoothedAt(Curve curve, double place) {
        return new Series(recording.places(abscissa), smoothed(curve)).valueAt(place);
    }

    /// The sum of the counted causes at the place, in bytes.
    public double countedAt(double place) {
        return new Series(recording.places(abscissa), counted.output()).valueAt(place);
    }

    private void addMarks(Chart chart, List<Layer> layers) {
        if (chart.equals(Charts.LOSS) && recording.evaluations(abscissa).size() > 0) {
            layers.add(new Layer.Dots(recording.evaluations(abscissa), Ink.SERIES_2, Messages.of("chart.evaluation")));
        }
        if (chart.equals(Charts.MEMORY) && Double.isFinite(predictedBytes)) {
            String figure = ChartFigures.of(predictedBytes * chart.unit().scale());
            layers.add(new Layer.Level(predictedBytes, Messages.of("chart.predicted", figure)));
        }
    }

    private Layer.Stack stack(Chart chart) {
        List<Layer.Band> bands = stacked().stream()
                .filter(chart.curves()::contains)
                .map(curve -> new Layer.Band(recording.values(curve), ink(curve), label(curve)))
                .toList();
        return new Layer.Stack(recording.places(abscissa), bands, counted);
    }

    private Layer.Line line(Curve curve, Ink ink, Layer.Strength strength, String label) {
        return new Layer.Line(recording.series(curve, abscissa), ink, strength, label.isEmpty() ? null : label, 0);
    }

    private Column smoothed(Curve curve) {
        return smoothings
                .computeIfAbsent(curve, key -> new Smoothing(recording.values(key), kept))
                .output();
    }

    private String unit() {
        return Messages.of("chart.axis." + abscissa.name().toLowerCase(Locale.ROOT));
    }

    /// The curve's name.
    public static String label(Curve curve) {
        return Messages.of("chart.curve." + curve.key());
    }

    // An area has the ink of its name: the causes of memory.
    private static Ink ink(Curve curve) {
        return Ink.valueOf(curve.key().toUpperCase(Locale.ROOT));
    }

    private static List<Curve> stacked() {
        return Charts.MEMORY.curves().stream()
                .filter(curve -> curve.form() == Curve.Form.STACKED)
                .toList();
    }
}
