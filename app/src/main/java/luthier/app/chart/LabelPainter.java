package luthier.app.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Names the layers at their right ends: a key in the layer's colour, then the name.
final class LabelPainter {
    private static final double APART = 15;
    private static final double KEY = 10;
    private static final double GAP = 6;
    private static final double LEAD = 10;

    private final InkRegion inks;
    private final Font font;

    private record Label(String text, Ink ink, Shape shape, double value) {}

    private enum Shape {
        LINE,
        FAINT,
        DOT,
        SQUARE
    }

    LabelPainter(InkRegion inks, Font font) {
        this.inks = inks;
        this.font = font;
    }

    /// Pixels the names need beside the last point, 0 without names.
    double width(Plot plot) {
        double widest = labels(plot).stream()
                .mapToDouble(label -> TextWidth.of(label.text(), font))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : LEAD + KEY + GAP + widest;
    }

    void paint(GraphicsContext graphics, PlotArea area, Plot plot, double lastPoint) {
        List<Label> labels = labels(plot).stream()
                .filter(label -> Double.isFinite(label.value()))
                .toList();
        if (labels.isEmpty() || Double.isNaN(lastPoint)) {
            return;
        }
        double[] wanted = labels.stream()
                .mapToDouble(label -> Math.clamp(
                        area.y().shows(label.value() * plot.scale()) ? area.y().pixel(label.value() * plot.scale()) : 0,
                        area.top(),
                        area.bottom()))
                .toArray();
        double[] placed = LabelSpread.spread(wanted, APART, new Range(area.top() + 6, area.bottom() - 8));
        double end = Math.clamp(area.x().pixel(lastPoint), area.left(), area.right());
        graphics.setFont(font);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineDashes();
        for (int i = 0; i < labels.size(); i++) {
            if (Math.abs(placed[i] - wanted[i]) > 3 || labels.get(i).shape() == Shape.SQUARE) {
                graphics.setStroke(inks.ink(Ink.AXIS));
                graphics.setLineWidth(0.75);
                graphics.strokeLine(end + 1, wanted[i], end + LEAD - 2, placed[i]);
            }
            paint(graphics, labels.get(i), end + LEAD, placed[i]);
        }
    }

    private void paint(GraphicsContext graphics, Label label, double x, double y) {
        graphics.setFill(inks.ink(label.ink()));
        switch (label.shape()) {
            case LINE -> graphics.fillRect(x, y - 1, KEY, 2);
            case FAINT -> {
                graphics.setFill(inks.ink(label.ink()).deriveColor(0, 1, 1, 0.4));
                graphics.fillRect(x, y - 1, KEY, 2);
            }
            case DOT -> graphics.fillOval(x + 1.5, y - 3.5, 7, 7);
            case SQUARE -> graphics.fillRoundRect(x, y - 5, KEY, KEY, 2, 2);
        }
        graphics.setFill(inks.ink(Ink.MUTED));
        graphics.fillText(label.text(), x + KEY + GAP, y);
    }

    private static List<Label> labels(Plot plot) {
        List<Label> labels = new ArrayList<>();
        for (Layer layer : plot.layers()) {
            switch (layer) {
                case Layer.Line line -> {
                    if (line.label() != null) {
                        Shape shape = line.strength() == Layer.Strength.FAINT ? Shape.FAINT : Shape.LINE;
                        labels.add(new Label(
                                line.label(),
                                line.ink(),
                                shape,
                                lastFinite(line.series().y())));
                    }
                }
                case Layer.Stack stack -> bands(stack, labels);
                case Layer.Dots dots ->
                    labels.add(new Label(
                            dots.label(),
                            dots.ink(),
                            Shape.DOT,
                            lastFinite(dots.series().y())));
                case Layer.Level _ -> {
                    // says its name upon its line
                }
            }
        }
        return labels;
    }

    private static void bands(Layer.Stack stack, List<Label> labels) {
        double below = 0;
        for (Layer.Band band : stack.bands()) {
            double height = lastFinite(band.y());
            if (height > 0) {
                labels.add(new Label(band.label(), band.ink(), Shape.SQUARE, below + height / 2));
                below += height;
            }
        }
    }

    private static double lastFinite(Column column) {
        for (int i = column.size() - 1; i >= 0; i--) {
            if (Double.isFinite(column.at(i))) {
                return column.at(i);
            }
        }
        return Double.NaN;
    }
}
