package luthier.app.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Draws one look at a chart: decimates, finds the axes, draws grid, layers, names and cross-hair.
final class ChartPainter {
    private final InkRegion inks;
    private final Decimated decimated = new Decimated();

    ChartPainter(InkRegion inks) {
        this.inks = inks;
    }

    /// What a look depends on besides the plot.
    ///
    /// @param view part of the horizontal axis, null for all of it
    /// @param named whether the layers are named at their ends
    record Look(@Nullable Range view, double crosshair, boolean logarithmic, boolean withoutOutliers, boolean named) {}

    /// @return where things were drawn
    PlotArea paint(GraphicsContext graphics, double width, double height, Font font, Plot plot, Look look) {
        graphics.clearRect(0, 0, width, height);
        double lastPoint = plot.lastPoint();
        LabelPainter labels = new LabelPainter(inks, font);
        double names = look.named() ? labels.width(plot) : 0;
        Range extent = plot.extent();
        Range shown = look.view() == null ? extent : look.view().within(extent);
        // whole pixels: a canvas clips at them many times faster than between them
        double right = Math.floor(width - PlotArea.RIGHT - namesBeside(shown, width, names, lastPoint));
        Axis x = new Axis(shown, PlotArea.LEFT, Math.max(PlotArea.LEFT + 1, right), false);
        decimated.reduce(plot, x);
        Range measured = decimated.range(look.withoutOutliers(), look.logarithmic());
        Range values = new Range(measured.from() * plot.scale(), measured.to() * plot.scale());
        PlotArea area = new PlotArea(
                x, new Axis(values, height - PlotArea.BOTTOM, PlotArea.TOP, look.logarithmic()), width, height);
        new AxisPainter(inks, graphics, font).paint(area, plot, lastPoint);
        layers(graphics, area, plot);
        if (names > 0) {
            labels.paint(graphics, area, plot, Math.min(lastPoint, shown.to()));
        }
        crosshair(graphics, area, look.crosshair());
        return area;
    }

    private void layers(GraphicsContext graphics, PlotArea area, Plot plot) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(area.left(), area.top() - 1, area.right() - area.left() + 8, area.bottom() - area.top() + 1);
        graphics.clip();
        LayerPainter painter = new LayerPainter(inks, graphics, plot.scale(), area);
        for (int i = 0; i < plot.layers().size(); i++) {
            painter.paint(plot.layers().get(i), decimated.picks(i));
        }
        graphics.restore();
    }

    private void crosshair(GraphicsContext graphics, PlotArea area, double place) {
        double x = area.x().pixel(place);
        if (x >= area.left() && x <= area.right()) {
            graphics.setStroke(inks.ink(Ink.MUTED));
            graphics.setLineWidth(1);
            graphics.setLineDashes();
            graphics.strokeLine(PlotArea.sharp(x), area.top(), PlotArea.sharp(x), area.bottom());
        }
    }

    // Names stand in the part still to come where that is wide enough, else beside the chart.
    private static double namesBeside(Range shown, double width, double names, double lastPoint) {
        if (names == 0 || Double.isNaN(lastPoint)) {
            return 0;
        }
        double full = width - PlotArea.RIGHT - PlotArea.LEFT;
        double share = Math.clamp((lastPoint - shown.from()) / Math.max(shown.length(), 1e-12), 0, 1);
        double room = full * (1 - share);
        // the chart shrinks by `beside`, and what is left of the last point with it
        return room >= names ? 0 : share == 0 ? names : Math.max(0, (names - room) / share);
    }
}
