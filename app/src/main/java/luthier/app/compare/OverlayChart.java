package luthier.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luthier.app.chart.Abscissa;
import luthier.app.chart.Charts;
import luthier.app.chart.Curve;
import luthier.app.chart.Ink;
import luthier.app.chart.Layer;
import luthier.app.chart.Plot;
import luthier.app.chart.Recording;
import luthier.app.chart.Series;
import luthier.app.chart.Smoothing;
import luthier.app.i18n.Messages;
import luthier.app.run.RunViewModel;

/// The smoothed losses of several runs upon each other.
final class OverlayChart {
    private static final double SMOOTHING = 0.95;

    private OverlayChart() {}

    static Plot of(CompareViewModel model, Abscissa abscissa) {
        Curve loss = Charts.LOSS.curves().getFirst();
        List<Layer> layers = new ArrayList<>();
        for (LedgerRow row : model.chosen()) {
            RunViewModel run = row.run();
            Recording recording = run.journal().recording();
            int place = model.place(run);
            Series smooth =
                    new Series(recording.places(abscissa), new Smoothing(recording.values(loss), SMOOTHING).output());
            layers.add(new Layer.Line(smooth, Ink.series(place), Layer.Strength.STRONG, run.name(), place));
        }
        String unit = Messages.of("chart.axis." + abscissa.name().toLowerCase(Locale.ROOT));
        return new Plot(layers, 1, false, abscissa == Abscissa.STEP, 0, unit);
    }
}
