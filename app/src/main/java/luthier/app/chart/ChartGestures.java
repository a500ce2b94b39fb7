package luthier.app.chart;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// What mouse and keyboard do with a chart.
final class ChartGestures {
    private static final double ZOOM = 1.25;
    private static final double LEAST_SHARE = 1e-5;

    private final TimeChart chart;
    private final ChartLink link;
    private double draggedFrom = Double.NaN;
    private @Nullable Range viewBefore;

    ChartGestures(TimeChart chart, ChartLink link) {
        this.chart = chart;
        this.link = link;
    }

    void install() {
        chart.setOnMouseMoved(event -> crosshairTo(event.getX()));
        chart.setOnMouseExited(_ -> link.crosshair().set(Double.NaN));
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                link.view().set(null);
            }
        });
        chart.setOnScroll(this::scrolled);
        chart.setOnKeyPressed(this::typed);
    }

    private void crosshairTo(double pixel) {
        PlotArea area = chart.area();
        if (area != null) {
            boolean inside = pixel >= area.left() && pixel <= area.right();
            link.crosshair().set(inside ? area.x().value(pixel) : Double.NaN);
        }
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        draggedFrom = event.getX();
        viewBefore = shown();
    }

    private void dragged(MouseEvent event) {
        PlotArea area = chart.area();
        Range before = viewBefore;
        if (area != null && before != null && link.view().get() != null) {
            double share = (event.getX() - draggedFrom) / (area.right() - area.left());
            link.view()
                    .set(before.moved(-share * before.length())
                            .within(chart.plot().extent()));
        }
    }

    private void scrolled(ScrollEvent event) {
        PlotArea area = chart.area();
        if (area != null && event.getDeltaY() != 0) {
            zoom(area.x().value(event.getX()), event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM);
            event.consume();
        }
    }

    private void zoom(double around, double factor) {
        Range extent = chart.plot().extent();
        Range shown = shown();
        if (shown == null || factor < 1 && shown.length() < extent.length() * LEAST_SHARE) {
            return;
        }
        Range zoomed = shown.zoomed(around, factor).within(extent);
        link.view().set(zoomed.length() >= extent.length() ? null : zoomed);
    }

    private void typed(KeyEvent event) {
        Range shown = shown();
        if (shown == null) {
            return;
        }
        double crosshair = link.crosshair().get();
        double middle = Double.isNaN(crosshair) ? (shown.from() + shown.to()) / 2 : crosshair;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(middle, 1 / ZOOM);
            case MINUS, SUBTRACT -> zoom(middle, ZOOM);
            case DIGIT0, NUMPAD0 -> link.view().set(null);
            case LEFT -> link.crosshair().set(Math.max(shown.from(), middle - shown.length() / 100));
            case RIGHT -> link.crosshair().set(Math.min(shown.to(), middle + shown.length() / 100));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private @Nullable Range shown() {
        PlotArea area = chart.area();
        return area == null ? null : area.x().values();
    }
}
