package luthier.app.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// A curve as small as a word, without axes.
public final class Sparkline extends InkRegion {
    private static final double WIDTH = 64;
    private static final double HEIGHT = 28;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private Ink ink = Ink.MUTED;
    private double[] values = new double[0];
    private double share = 1;

    public Sparkline() {
        getStyleClass().add("sparkline");
        getChildren().add(canvas);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
    }

    /// @param newValues finite ones, in order
    /// @param newShare of the width they take, for a run that goes on
    public void show(double[] newValues, double newShare, Ink newInk) {
        values = newValues.clone();
        share = newShare;
        ink = newInk;
        repaint();
    }

    @Override
    protected void repaint() {
        if (canvas == null || values == null) {
            return;
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        if (values.length < 2) {
            return;
        }
        Range range = Range.EMPTY;
        for (double value : values) {
            range = range.with(value);
        }
        Axis y = new Axis(range.length() == 0 ? range.padded(0.5) : range, HEIGHT - 4, 4, false);
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            xs[i] = 1 + i * (WIDTH - 2) * share / (values.length - 1);
            ys[i] = y.pixel(values[i]);
        }
        graphics.setStroke(ink(ink));
        graphics.setLineWidth(1.5);
        graphics.strokePolyline(xs, ys, values.length);
    }
}
