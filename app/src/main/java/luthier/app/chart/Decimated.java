package luthier.app.chart;

import java.util.ArrayList;
import java.util.List;

/// A plot's layers with the points of each that are drawn at this look.
final class Decimated {
    private final List<Picks> picks = new ArrayList<>();
    private Plot plot = Plot.EMPTY;

    void reduce(Plot newPlot, Axis x) {
        plot = newPlot;
        while (picks.size() < plot.layers().size()) {
            picks.add(new Picks());
        }
        for (int i = 0; i < plot.layers().size(); i++) {
            switch (plot.layers().get(i)) {
                case Layer.Line line -> Decimation.reduce(line.series(), x, picks.get(i));
                case Layer.Stack stack ->
                    Decimation.reduce(new Series(stack.x(), stack.total().output()), x, picks.get(i));
                case Layer.Dots dots -> Decimation.reduce(dots.series(), x, picks.get(i));
                case Layer.Level _ -> picks.get(i).clear();
            }
        }
    }

    Picks picks(int layer) {
        return picks.get(layer);
    }

    /// The range of what is drawn, as measured.
    Range range(boolean withoutOutliers, boolean logarithmic) {
        Extremes extremes = new Extremes(withoutOutliers, logarithmic);
        for (int i = 0; i < plot.layers().size(); i++) {
            switch (plot.layers().get(i)) {
                case Layer.Line line -> extremes.add(line.series().y(), picks.get(i));
                case Layer.Stack stack -> extremes.add(stack.total().output(), picks.get(i));
                case Layer.Dots dots -> extremes.add(dots.series().y(), picks.get(i));
                case Layer.Level level -> extremes.add(level.value());
            }
        }
        return extremes.range(plot.fromZero());
    }
}
