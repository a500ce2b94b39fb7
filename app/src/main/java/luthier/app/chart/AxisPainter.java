package luthier.app.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws the grid, the axes and the part of the chart that is still to come.
final class AxisPainter {
    private static final double TICK_WIDTH = 90;
    private static final double TICK_HEIGHT = 42;
    private static final int MOST_ROWS = 5;
    private static final double TICK_LENGTH = 4;
    private static final double LABEL_GAP = 8;
    private static final double SMALL_TICK_HEIGHT = 30;
    private static final double SMALL_HEIGHT = 130;

    private final InkRegion inks;
    private final GraphicsContext graphics;
    private final Font font;

    AxisPainter(InkRegion inks, GraphicsContext graphics, Font font) {
        this.inks = inks;
        this.graphics = graphics;
        this.font = font;
    }

    /// @param lastPoint place of the last measured point, NaN when there is none
    void paint(PlotArea area, Plot plot, double lastPoint) {
        graphics.setFont(font);
        graphics.setLineWidth(1);
        graphics.setLineDashes();
        toCome(area, lastPoint);
        vertical(area);
        horizontal(area, plot);
    }

    private void toCome(PlotArea area, double lastPoint) {
        double from = Double.isNaN(lastPoint)
                ? area.left()
                : Math.max(area.left(), area.x().pixel(lastPoint));
        if (from < area.right() - 1) {
            graphics.setFill(inks.ink(Ink.SUNKEN));
            graphics.fillRect(from, area.top(), area.right() - from, area.bottom() - area.top());
        }
    }

    private void vertical(PlotArea area) {
        double apart = area.height() < SMALL_HEIGHT ? SMALL_TICK_HEIGHT : TICK_HEIGHT;
        int wanted = (int) Math.clamp((area.bottom() - area.top()) / apart, 2, MOST_ROWS);
        Range range = area.y().values();
        Ticks ticks = area.y().logarithmic() ? Ticks.logarithmic(range) : Ticks.of(range, wanted);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        for (double tick : ticks.values()) {
            double y = PlotArea.sharp(area.y().pixel(tick));
            graphics.setStroke(inks.ink(Ink.GRID));
            graphics.strokeLine(area.left(), y, area.right(), y);
            graphics.setFill(inks.ink(Ink.SUBTLE));
            graphics.fillText(ticks.label(tick), area.left() - LABEL_GAP, y);
        }
    }

    private void horizontal(PlotArea area, Plot plot) {
        double y = PlotArea.sharp(area.bottom());
        graphics.setStroke(inks.ink(Ink.AXIS));
        graphics.strokeLine(area.left(), y, area.right(), y);
        int wanted = Math.max(2, (int) ((area.right() - area.left()) / TICK_WIDTH));
        Range range = area.x().values();
        Ticks ticks = plot.wholeSteps() ? Ticks.ofWhole(range, wanted) : Ticks.of(range, wanted);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(inks.ink(Ink.SUBTLE));
        String unit = area.height() < SMALL_HEIGHT ? "" : plot.xUnit();
        double unitWidth = TextWidth.of(unit, font);
        // beside the axis where names leave room there, else at its end
        boolean beside = area.width() - area.right() > unitWidth + 2 * LABEL_GAP;
        double unitEnd = beside ? area.right() + LABEL_GAP + unitWidth : area.right();
        double free = unit.isEmpty() ? Double.MAX_VALUE : unitEnd - unitWidth - LABEL_GAP / 2;
        for (double tick : ticks.values()) {
            double x = PlotArea.sharp(area.x().pixel(tick));
            graphics.strokeLine(x, y, x, y + TICK_LENGTH);
            String label = ticks.label(tick);
            if (x + TextWidth.of(label, font) / 2 <= free) {
                graphics.fillText(label, x, y + TICK_LENGTH + 3);
            }
        }
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(unit, unitEnd, y + TICK_LENGTH + 3);
    }
}
