package luthier.app.run;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import luthier.app.history.QueueFile;
import luthier.app.history.RunQueue;
import luthier.app.history.RunState;
import luthier.app.i18n.FailureText;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// The queue of a project. Each change is on the disk before the next.
public final class QueueViewModel {
    private final ObservableList<RunSpec> waiting = FXCollections.observableArrayList();
    // kept, for a view on a list that nobody keeps tells its listeners nothing once it is collected
    private final ObservableList<RunSpec> waitingShown = FXCollections.unmodifiableObservableList(waiting);
    private final BooleanProperty goOnAfterFailure = new SimpleBooleanProperty(this, "goOnAfterFailure", true);
    private final BooleanProperty held = new SimpleBooleanProperty(this, "held");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private RunQueue queue = new RunQueue();
    private @Nullable QueueFile file;

    QueueViewModel() {
        goOnAfterFailure.addListener((_, _, on) -> {
            if (queue.goOnAfterFailure() != on) {
                queue.goOnAfterFailure(on);
                save();
            }
        });
    }

    public ObservableList<RunSpec> waiting() {
        return waitingShown;
    }

    public BooleanProperty goOnAfterFailure() {
        return goOnAfterFailure;
    }

    /// Whether a failed run has stopped the queue.
    public BooleanProperty held() {
        return held;
    }

    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void open(Path path) {
        QueueFile newFile = new QueueFile(path);
        try {
            queue = newFile.read();
            file = newFile;
            problem.set("");
        } catch (LuthierException e) {
            // what cannot be read is not written over
            queue = new RunQueue();
            file = null;
            problem.set(FailureText.of(e.failure()));
        }
        show();
    }

    public void add(RunSpec spec) {
        queue.add(spec);
        save();
    }

    public void remove(int index) {
        queue.remove(index);
        save();
    }

    public void move(int from, int to) {
        queue.move(from, to);
        save();
    }

    /// Lets a held queue go on.
    public void release() {
        queue.release();
        save();
    }

    void ended(RunState state) {
        queue.ended(state);
        save();
    }

    /// Takes the next run out, null when none may start.
    @Nullable
    RunSpec next(boolean anyActive) {
        RunSpec next = queue.next(anyActive);
        if (next != null) {
            save();
        }
        return next;
    }

    private void save() {
        show();
        QueueFile target = file;
        if (target == null) {
            return;
        }
        try {
            target.write(queue);
            problem.set("");
        } catch (LuthierException e) {
            problem.set(FailureText.of(e.failure()));
        }
    }

    private void show() {
        waiting.setAll(queue.waiting());
        goOnAfterFailure.set(queue.goOnAfterFailure());
        held.set(queue.held());
    }
}
