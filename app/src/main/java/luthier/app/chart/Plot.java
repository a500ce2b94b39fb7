package luthier.app.chart;

import java.util.List;

/// What one chart draws, and how its axes are to be read.
///
/// @param scale what every value is multiplied by
/// @param fromZero whether the vertical axis always begins at 0
/// @param wholeSteps whether the horizontal axis counts whole things
/// @param end where the horizontal axis ends at least, such as the planned steps
/// @param xUnit at the last place of the horizontal axis
public record Plot(List<Layer> layers, double scale, boolean fromZero, boolean wholeSteps, double end, String xUnit) {
    public static final Plot EMPTY = new Plot(List.of(), 1, false, true, 0, "");

    private static final Column NONE = new Column();

    public Plot {
        layers = List.copyOf(layers);
    }

    /// From the first point of any layer, or 0, to the last or the planned end.
    public Range extent() {
        Range range = new Range(0, end > 0 || Double.isFinite(lastPoint()) ? Math.max(end, 1e-9) : 1);
        for (Layer layer : layers) {
            Column x = x(layer);
            if (x.size() > 0) {
                range = range.with(x.at(0)).with(x.last());
            }
        }
        return range;
    }

    /// The last point of any layer, NaN where there is none.
    public double lastPoint() {
        double last = Double.NaN;
        for (Layer layer : layers) {
            Column x = x(layer);
            if (x.size() > 0) {
                last = Double.isNaN(last) ? x.last() : Math.max(last, x.last());
            }
        }
        return last;
    }

    private static Column x(Layer layer) {
        return switch (layer) {
            case Layer.Line line -> line.series().x();
            case Layer.Stack stack -> stack.x();
            case Layer.Dots dots -> dots.series().x();
            case Layer.Level _ -> NONE;
        };
    }
}
