package luthier.app.chart;

import javafx.scene.canvas.GraphicsContext;

/// Draws a line that has several points in most pixel columns as what is seen of it: one upright bar a
/// column, from its
/// lowest point to its highest, joined to the bar before. Bars are drawn many times faster than slanted strokes.
final class DenseLine {
    private static final double POINTS_A_COLUMN = 2.2;

    private final GraphicsContext graphics;
    private final PlotArea area;
    private final double scale;
    private final double width;
    private double column = Double.NaN;
    private double top;
    private double bottom;
    private double last = Double.NaN;

    /// @param width of the line in pixels
    DenseLine(GraphicsContext graphics, PlotArea area, double scale, double width) {
        this.graphics = graphics;
        this.area = area;
        this.scale = scale;
        this.width = width;
    }

    /// Whether a line with these points is better drawn so.
    static boolean suits(Picks picks, PlotArea area) {
        return picks.size() > POINTS_A_COLUMN * (area.right() - area.left());
    }

    /// In the fill that is set.
    void paint(Series series, Picks picks) {
        for (int i = 0; i < picks.size(); i++) {
            if (picks.gap(i)) {
                flush();
                last = Double.NaN;
            } else {
                point(series.x().at(picks.index(i)), series.y().at(picks.index(i)) * scale);
            }
        }
        flush();
    }

    private void point(double x, double value) {
        if (!area.y().shows(value)) {
            return;
        }
        double at = Math.floor(area.x().pixel(x));
        double y = area.y().pixel(value);
        if (at != column) {
            flush();
            column = at;
            top = Double.isNaN(last) ? y : Math.min(y, last);
            bottom = Double.isNaN(last) ? y : Math.max(y, last);
        }
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        last = y;
    }

    private void flush() {
        if (!Double.isNaN(column)) {
            double from = Math.round(top - width / 2);
            double height = Math.max(Math.floor(width), Math.round(bottom + width / 2) - from);
            graphics.fillRect(column, from, Math.floor(width), height);
            column = Double.NaN;
        }
    }
}
