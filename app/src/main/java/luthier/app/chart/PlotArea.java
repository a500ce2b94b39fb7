package luthier.app.chart;

/// Where a chart's points go on its canvas.
///
/// @param x pixels left to right
/// @param y pixels bottom to top
/// @param width of the whole canvas
/// @param height of the whole canvas
record PlotArea(Axis x, Axis y, double width, double height) {
    static final double TOP = 8;
    static final double BOTTOM = 24;
    static final double LEFT = 40;
    static final double RIGHT = 20;

    double left() {
        return x.first();
    }

    double right() {
        return x.last();
    }

    double top() {
        return y.last();
    }

    double bottom() {
        return y.first();
    }

    /// A pixel's middle, so that a line of one pixel is sharp.
    static double sharp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
