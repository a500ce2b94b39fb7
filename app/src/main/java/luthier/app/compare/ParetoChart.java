package luthier.app.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import luthier.app.chart.Axis;
import luthier.app.chart.Ink;
import luthier.app.chart.InkRegion;
import luthier.app.chart.Range;
import luthier.app.chart.Ticks;
import org.jspecify.annotations.Nullable;

/// Runs as dots over two figures; those that no other beats in both are joined and named.
final class ParetoChart extends InkRegion {
    private static final Font FONT = Font.font("Inter", 11);
    private static final double LEFT = 52;
    private static final double RIGHT = 24;
    private static final double TOP = 10;
    private static final double BOTTOM = 26;
    private static final double DOT = 5;
    private static final double NAME_LETTER = 6.5;
    private static final double NAME_HEIGHT = 14;

    private final CompareViewModel model;
    private final Canvas canvas = new Canvas();
    private Runnable opened = () -> {};

    ParetoChart(CompareViewModel model) {
        this.model = model;
        getStyleClass().add("scatter");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinSize(80, 80);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseClicked(event -> {
            LedgerRow row = at(event.getX(), event.getY());
            if (row != null) {
                model.open(row);
                opened.run();
            }
        });
    }

    /// Hears that a run was chosen by a click.
    void onOpened(Runnable listener) {
        opened = listener;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        repaint();
    }

    @Override
    protected void repaint() {
        if (canvas == null || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Axis x = x();
        Axis y = y();
        grid(graphics, x, y);
        front(graphics, x, y);
        known().forEach(row -> dot(graphics, row, x, y));
        names(graphics, x, y);
    }

    private void grid(GraphicsContext graphics, Axis x, Axis y) {
        graphics.setFont(FONT);
        graphics.setLineWidth(1);
        graphics.setLineDashes();
        graphics.setTextBaseline(VPos.CENTER);
        Ticks rows = Ticks.of(y.values(), 5);
        Ticks columns = Ticks.of(x.values(), 5);
        for (double tick : rows.values()) {
            double at = Math.floor(y.pixel(tick)) + 0.5;
            graphics.setStroke(ink(Ink.GRID));
            graphics.strokeLine(x.first(), at, x.last(), at);
            graphics.setFill(ink(Ink.SUBTLE));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(rows.label(tick), x.first() - 8, at);
        }
        for (double tick : columns.values()) {
            double at = Math.floor(x.pixel(tick)) + 0.5;
            graphics.setStroke(ink(Ink.GRID));
            graphics.strokeLine(at, y.last(), at, y.first());
            graphics.setFill(ink(Ink.SUBTLE));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(columns.label(tick), at, y.first() + 14);
        }
    }

    // From dot to dot in steps: between two choices there is none that has the better figure of each.
    private void front(GraphicsContext graphics, Axis x, Axis y) {
        List<LedgerRow> front = known().stream()
                .filter(model::onFront)
                .sorted(Comparator.comparingDouble(row -> model.across().get().cost(row)))
                .toList();
        graphics.setStroke(ink(Ink.ACCENT));
        graphics.setLineWidth(1.25);
        for (int i = 1; i < front.size(); i++) {
            double fromX = x.pixel(model.across().get().onAxis(front.get(i - 1)));
            double fromY = y.pixel(model.up().get().onAxis(front.get(i - 1)));
            double toX = x.pixel(model.across().get().onAxis(front.get(i)));
            double toY = y.pixel(model.up().get().onAxis(front.get(i)));
            graphics.strokeLine(fromX, fromY, toX, fromY);
            graphics.strokeLine(toX, fromY, toX, toY);
        }
    }

    private void dot(GraphicsContext graphics, LedgerRow row, Axis x, Axis y) {
        double atX = x.pixel(model.across().get().onAxis(row));
        double atY = y.pixel(model.up().get().onAxis(row));
        boolean onFront = model.onFront(row);
        double radius = onFront ? DOT : DOT - 1.5;
        graphics.setFill(row.active() ? ink(Ink.SURFACE) : ink(Ink.series(model.place(row.run()))));
        graphics.setStroke(row.active() ? ink(Ink.series(model.place(row.run()))) : ink(Ink.SURFACE));
        graphics.setLineWidth(1.5);
        graphics.fillOval(atX - radius, atY - radius, 2 * radius, 2 * radius);
        graphics.strokeOval(atX - radius, atY - radius, 2 * radius, 2 * radius);
    }

    // Those on the front first; a name that would lie upon another is left out, the ledger has it.
    private void names(GraphicsContext graphics, Axis x, Axis y) {
        List<Rectangle2D> taken = new ArrayList<>();
        List<LedgerRow> order = new ArrayList<>(known());
        order.sort(Comparator.comparing(row -> !model.onFront(row)));
        for (LedgerRow row : order) {
            double atX = x.pixel(model.across().get().onAxis(row));
            double atY = y.pixel(model.up().get().onAxis(row));
            boolean left = atX > (x.first() + x.last()) / 2;
            double width = NAME_LETTER * row.name().length();
            Rectangle2D place =
                    new Rectangle2D(left ? atX - DOT - 5 - width : atX + DOT + 5, atY - 14, width, NAME_HEIGHT);
            if (taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                graphics.setFill(ink(model.onFront(row) ? Ink.TEXT : Ink.SUBTLE));
                graphics.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
                graphics.fillText(row.name(), atX + (left ? -DOT - 5 : DOT + 5), atY - 7);
            }
        }
    }

    private List<LedgerRow> known() {
        return model.chosen().stream()
                .filter(row -> Double.isFinite(model.across().get().of(row))
                        && Double.isFinite(model.up().get().of(row)))
                .toList();
    }

    private Axis x() {
        return new Axis(range(model.across().get()), LEFT, canvas.getWidth() - RIGHT, false);
    }

    private Axis y() {
        return new Axis(range(model.up().get()), canvas.getHeight() - BOTTOM, TOP, false);
    }

    private Range range(LedgerColumn column) {
        Range range = Range.EMPTY;
        for (LedgerRow row : known()) {
            range = range.with(column.onAxis(row));
        }
        return range.empty() ? new Range(0, 1) : range.padded(0.12);
    }

    private @Nullable LedgerRow at(double pixelX, double pixelY) {
        Axis x = x();
        Axis y = y();
        return known().stream()
                .filter(row -> Math.hypot(
                                x.pixel(model.across().get().onAxis(row)) - pixelX,
                                y.pixel(model.up().get().onAxis(row)) - pixelY)
                        < 3 * DOT)
                .findFirst()
                .orElse(null);
    }
}
