package luthier.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Carries values from any thread to one: the executor is asked once for all that gathered until it comes round, so
/// that a fast run cannot flood the window.
public final class Drain<T> {
    private final Queue<T> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Executor executor;
    private final Consumer<List<T>> sink;

    /// @param executor runs what it is given later, on the thread of the sink
    public Drain(Executor executor, Consumer<List<T>> sink) {
        this.executor = executor;
        this.sink = sink;
    }

    public void add(T value) {
        gathered.add(value);
        if (asked.compareAndSet(false, true)) {
            executor.execute(this::empty);
        }
    }

    private void empty() {
        // before the first poll: what is added from here on asks again
        asked.set(false);
        List<T> values = new ArrayList<>();
        for (T value = gathered.poll(); value != null; value = gathered.poll()) {
            values.add(value);
        }
        if (!values.isEmpty()) {
            sink.accept(values);
        }
    }
}
