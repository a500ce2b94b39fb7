package luthier.app.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A chart over the steps of a run, drawn on a canvas. However many points its plot has, a look costs milliseconds;
/// there are at most thirty a second, and none while it cannot be seen.
///
/// The wheel zooms the horizontal axis, dragging moves it, a double click shows everything; with the keyboard
/// `+`, `-`,
/// `0`, and the arrow keys, which move the cross-hair. Charts with one [ChartLink] do all this together.
public final class TimeChart extends InkRegion {
    private static final Font FONT = Font.font("Inter", 11);

    private final Canvas canvas = new Canvas();
    private final ChartPainter painter = new ChartPainter(this);
    private final RedrawTimer timer = new RedrawTimer(this::redrawIfSeen);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final BooleanProperty withoutOutliers = new SimpleBooleanProperty(this, "withoutOutliers");
    private final BooleanProperty named = new SimpleBooleanProperty(this, "named", true);
    private final ChartLink link;
    private final ChangeListener<Object> changed = (_, _, _) -> repaint();
    private Plot plot = Plot.EMPTY;
    private @Nullable PlotArea area;

    public TimeChart(ChartLink link) {
        this.link = link;
        getStyleClass().add("time-chart");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(80, 60);
        // weak: the link outlives charts that are made anew
        link.crosshair().addListener(new WeakChangeListener<>(changed));
        link.view().addListener(new WeakChangeListener<>(changed));
        logarithmic.addListener(changed);
        withoutOutliers.addListener(changed);
        named.addListener(changed);
        sceneProperty().addListener(changed);
        new ChartGestures(this, link).install();
    }

    public BooleanProperty logarithmic() {
        return logarithmic;
    }

    /// Whether the vertical axis leaves the highest and lowest hundredth out.
    public BooleanProperty withoutOutliers() {
        return withoutOutliers;
    }

    /// Whether layers are named at their ends.
    public BooleanProperty named() {
        return named;
    }

    /// What is drawn from now on.
    public void show(Plot newPlot) {
        plot = newPlot;
        repaint();
    }

    public Plot plot() {
        return plot;
    }

    /// Asks for a new look: a column has grown, a colour has changed.
    @Override
    public void repaint() {
        if (timer != null) {
            timer.request();
        }
    }

    /// Draws at once, whether it can be seen or not.
    public void paintNow() {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        ChartPainter.Look look = new ChartPainter.Look(
                link.view().get(), link.crosshair().get(), logarithmic.get(), withoutOutliers.get(), named.get());
        area = painter.paint(canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight(), FONT, plot, look);
    }

    /// Where the last look was drawn, null before the first.
    @Nullable
    PlotArea area() {
        return area;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            paintNow();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 160;
    }

    private void redrawIfSeen() {
        if (seen()) {
            paintNow();
        }
    }

    private boolean seen() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null || !window.isShowing() || window instanceof Stage stage && stage.isIconified()) {
            return false;
        }
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
