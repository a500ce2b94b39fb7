package luthier.app.tune;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import luthier.app.plan.Plan;
import luthier.app.plan.Planner;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// Keeps the plan of the newest draft. A worker makes it; what was asked for meanwhile is skipped but for the last.
public final class PlanWatch {
    private final Planner planner;
    private final Executor later;
    private final Executor window;
    private final AtomicLong newest = new AtomicLong();
    private final ReadOnlyObjectWrapper<@Nullable Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param later runs tasks one after the other, a moment after they came
    /// @param window the window's thread
    public PlanWatch(Planner planner, Executor later, Executor window) {
        this.planner = planner;
        this.later = later;
        this.window = window;
    }

    /// The last one made; stays while a newer one is on its way.
    public ReadOnlyObjectProperty<@Nullable Plan> plan() {
        return plan.getReadOnlyProperty();
    }

    /// Why there is none for the newest draft.
    public ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void forget() {
        newest.incrementAndGet();
        plan.set(null);
        failure.set(null);
        busy.set(false);
    }

    /// @param measure whether two real steps are taken
    public void request(RunSpec spec, boolean measure) {
        long number = newest.incrementAndGet();
        busy.set(true);
        later.execute(() -> {
            if (number != newest.get()) {
                return;
            }
            try {
                Plan made = planner.plan(spec, measure, _ -> {});
                window.execute(() -> done(number, made, null));
            } catch (LuthierException e) {
                window.execute(() -> done(number, plan.get(), e.failure()));
            }
        });
    }

    private void done(long number, @Nullable Plan made, @Nullable Failure problem) {
        if (number == newest.get()) {
            busy.set(false);
            plan.set(made);
            failure.set(problem);
        }
    }
}
