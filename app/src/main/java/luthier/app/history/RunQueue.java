package luthier.app.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// Runs that wait for their turn. One goes at a time; what waits was frozen when it was added.
public final class RunQueue {
    private final List<RunSpec> waiting = new ArrayList<>();
    private boolean goOnAfterFailure = true;
    private boolean held;

    public List<RunSpec> waiting() {
        return Collections.unmodifiableList(waiting);
    }

    public void add(RunSpec spec) {
        waiting.add(spec);
    }

    public void remove(int index) {
        waiting.remove(index);
    }

    /// Takes a run out and puts it in again so that it has the index `to`.
    public void move(int from, int to) {
        waiting.add(Math.clamp(to, 0, waiting.size() - 1), waiting.remove(from));
    }

    public boolean goOnAfterFailure() {
        return goOnAfterFailure;
    }

    public void goOnAfterFailure(boolean on) {
        goOnAfterFailure = on;
    }

    /// Whether nothing starts until [#release].
    public boolean held() {
        return held;
    }

    public void hold() {
        held = true;
    }

    public void release() {
        held = false;
    }

    /// A run has ended. One that failed holds the queue unless it shall go on.
    public void ended(RunState state) {
        if ((state == RunState.FAILED || state == RunState.DIED) && !goOnAfterFailure && !waiting.isEmpty()) {
            held = true;
        }
    }

    /// Takes the next run out, null while another goes on, while held and when nothing waits.
    public @Nullable RunSpec next(boolean anyActive) {
        return anyActive || held || waiting.isEmpty() ? null : waiting.removeFirst();
    }
}
