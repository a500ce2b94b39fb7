package luthier.app.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// Draws a plot's layers, inside the axes.
final class LayerPainter {
    private static final double FAINT = 0.4;
    private static final double BAND = 0.87;
    private static final double DOT = 3.5;
    private static final double RING = 6.5;
    private static final double MOST_DOTS = 200;

    private final InkRegion inks;
    private final GraphicsContext graphics;
    private final double scale;
    private final PlotArea area;
    private double[] xs = new double[0];
    private double[] ys = new double[0];

    LayerPainter(InkRegion inks, GraphicsContext graphics, double scale, PlotArea area) {
        this.inks = inks;
        this.graphics = graphics;
        this.scale = scale;
        this.area = area;
    }

    void paint(Layer layer, Picks picks) {
        xs = xs.length < 2 * picks.size() ? new double[2 * picks.size()] : xs;
        ys = ys.length < 2 * picks.size() ? new double[2 * picks.size()] : ys;
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        switch (layer) {
            case Layer.Line line -> line(line, picks);
            case Layer.Stack stack -> stack(stack, picks);
            case Layer.Dots dots -> dots(dots, picks);
            case Layer.Level level -> level(level);
        }
        graphics.setLineDashes();
    }

    private void line(Layer.Line line, Picks picks) {
        Color colour = inks.ink(line.ink());
        Color shade = line.strength() == Layer.Strength.FAINT ? colour.deriveColor(0, 1, 1, FAINT) : colour;
        double width = switch (line.strength()) {
            case FAINT -> 1;
            case PLAIN -> 1.5;
            case STRONG -> 2;
        };
        if (DenseLine.suits(picks, area)) {
            graphics.setFill(shade);
            new DenseLine(graphics, area, scale, width).paint(line.series(), picks);
            return;
        }
        graphics.setStroke(shade);
        graphics.setLineWidth(width);
        graphics.setLineDashes(Ink.dashes(line.run()));
        int count = 0;
        for (int i = 0; i <= picks.size(); i++) {
            if (i == picks.size() || picks.gap(i)) {
                if (count == 1) {
                    // a lone point between two gaps is seen, too
                    graphics.strokeLine(xs[0] - 0.5, ys[0], xs[0] + 0.5, ys[0]);
                }
                graphics.strokePolyline(xs, ys, count);
                count = 0;
            } else {
                count = add(
                        count,
                        line.series().x().at(picks.index(i)),
                        line.series().y().at(picks.index(i)));
            }
        }
    }

    private int add(int count, double x, double y) {
        if (!area.y().shows(y * scale)) {
            return count;
        }
        xs[count] = area.x().pixel(x);
        ys[count] = area.y().pixel(y * scale);
        return count + 1;
    }

    private void stack(Layer.Stack stack, Picks picks) {
        double[] base = new double[picks.size()];
        for (Layer.Band band : stack.bands()) {
            int begin = 0;
            for (int i = 0; i <= picks.size(); i++) {
                if (i == picks.size() || picks.gap(i)) {
                    area(stack, band, picks, base, begin, i);
                    begin = i + 1;
                }
            }
        }
    }

    private void area(Layer.Stack stack, Layer.Band band, Picks picks, double[] base, int from, int to) {
        int count = to - from;
        double floor = area.y().values().from();
        boolean any = false;
        for (int i = 0; i < count; i++) {
            int index = picks.index(from + i);
            double below = base[from + i];
            double above = below + band.y().at(index);
            any |= above > below;
            base[from + i] = above;
            xs[i] = area.x().pixel(stack.x().at(index));
            ys[i] = area.y().pixel(Math.max(floor, above * scale));
            xs[2 * count - 1 - i] = xs[i];
            ys[2 * count - 1 - i] = area.y().pixel(Math.max(floor, below * scale));
        }
        if (!any) {
            return;
        }
        graphics.setFill(inks.ink(band.ink()).deriveColor(0, 1, 1, BAND));
        graphics.fillPolygon(xs, ys, 2 * count);
        graphics.setStroke(inks.ink(Ink.SURFACE));
        graphics.setLineWidth(0.75);
        graphics.strokePolyline(xs, ys, count);
    }

    private void dots(Layer.Dots dots, Picks picks) {
        int best = best(dots.series());
        for (int i = 0; i < picks.size(); i++) {
            if (!picks.gap(i) && (picks.size() <= MOST_DOTS || picks.index(i) == best)) {
                dot(dots, picks.index(i), picks.index(i) == best);
            }
        }
    }

    private void dot(Layer.Dots dots, int index, boolean best) {
        double value = dots.series().y().at(index) * scale;
        if (!area.y().shows(value)) {
            return;
        }
        double x = area.x().pixel(dots.series().x().at(index));
        double y = area.y().pixel(value);
        graphics.setFill(inks.ink(Ink.SURFACE));
        circle(x, y, DOT + 1.5);
        graphics.setFill(inks.ink(dots.ink()));
        circle(x, y, DOT);
        if (best) {
            graphics.setStroke(inks.ink(dots.ink()));
            graphics.setLineWidth(1.5);
            graphics.strokeOval(x - RING, y - RING, 2 * RING, 2 * RING);
        }
    }

    private void circle(double x, double y, double radius) {
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void level(Layer.Level level) {
        if (!area.y().shows(level.value() * scale)) {
            return;
        }
        double y = PlotArea.sharp(area.y().pixel(level.value() * scale));
        graphics.setStroke(inks.ink(Ink.SURFACE));
        graphics.setLineWidth(3);
        graphics.strokeLine(area.left(), y, area.right(), y);
        graphics.setStroke(inks.ink(Ink.TEXT));
        graphics.setLineWidth(1.25);
        graphics.setLineDashes(5, 4);
        graphics.strokeLine(area.left(), y, area.right(), y);
        double width = TextWidth.of(level.label(), graphics.getFont());
        graphics.setFill(inks.ink(Ink.SURFACE).deriveColor(0, 1, 1, BAND));
        graphics.fillRect(area.right() - width - 4, y - 18, width + 4, 15);
        graphics.setFill(inks.ink(Ink.MUTED));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(level.label(), area.right() - 2, y - 10);
    }

    /// The lowest point, -1 when there is none.
    private static int best(Series series) {
        int best = -1;
        for (int i = 0; i < series.size(); i++) {
            if (best < 0 || series.y().at(i) < series.y().at(best)) {
                best = i;
            }
        }
        return best;
    }
}
