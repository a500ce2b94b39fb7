package luthier.app.tune;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// A run that is being written. Every state is a whole, valid specification, so that undo is a step back in a list.
public final class Draft {
    private static final int MOST_STEPS = 200;

    private final Deque<RunSpec> earlier = new ArrayDeque<>();
    private final Deque<RunSpec> later = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable RunSpec> spec = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private String lastKey = "";

    /// Null before anything is drafted.
    public ReadOnlyObjectProperty<@Nullable RunSpec> spec() {
        return spec.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// Another draft; there is no way back to the one before.
    public void begin(@Nullable RunSpec first) {
        earlier.clear();
        later.clear();
        set(first, "");
    }

    /// @param key what was changed; typing on in one field is one step
    public void change(RunSpec changed, String key) {
        RunSpec before = spec.get();
        if (before == null || changed.equals(before)) {
            return;
        }
        if (key.isEmpty() || !key.equals(lastKey) || earlier.isEmpty()) {
            earlier.push(before);
            if (earlier.size() > MOST_STEPS) {
                earlier.removeLast();
            }
        }
        later.clear();
        set(changed, key);
    }

    public void undo() {
        step(earlier, later);
    }

    public void redo() {
        step(later, earlier);
    }

    private void step(Deque<RunSpec> from, Deque<RunSpec> to) {
        RunSpec now = spec.get();
        RunSpec next = from.poll();
        if (now != null && next != null) {
            to.push(now);
            set(next, "");
        }
    }

    private void set(@Nullable RunSpec changed, String key) {
        lastKey = key;
        undoable.set(!earlier.isEmpty());
        redoable.set(!later.isEmpty());
        spec.set(changed);
    }
}
