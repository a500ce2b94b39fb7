package luthier.app.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The window's thread as an [Executor]; nothing else calls `Platform.runLater`.
///
/// Tasks are queued and run together, for a few milliseconds at a time, so that a fast run cannot keep the window
/// from painting and from hearing the mouse.
public final class FxThread implements Executor {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        ask();
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        // first, so that a task queued while this runs asks again
        asked.set(false);
        long end = System.nanoTime() + SLICE_NANOS;
        try {
            @Nullable Runnable task = tasks.poll();
            while (task != null) {
                task.run();
                task = System.nanoTime() < end ? tasks.poll() : null;
            }
        } finally {
            // also when a task failed: the others are not its fault
            if (!tasks.isEmpty()) {
                ask();
            }
        }
    }
}
