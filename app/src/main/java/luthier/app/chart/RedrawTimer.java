package luthier.app.chart;

import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/// Redraws something that has changed, at most thirty times a second; runs only while there is something to redraw.
public final class RedrawTimer extends AnimationTimer {
    static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;

    private final Runnable redraw;
    private boolean running;
    private long lastNanos = Long.MIN_VALUE / 2;

    public RedrawTimer(Runnable redraw) {
        this.redraw = redraw;
    }

    /// Something has changed.
    public void request() {
        if (!running) {
            running = true;
            start();
        }
    }

    @Override
    public void handle(long now) {
        if (now - lastNanos >= LEAST_NANOS) {
            lastNanos = now;
            running = false;
            stop();
            redraw.run();
        }
    }
}
