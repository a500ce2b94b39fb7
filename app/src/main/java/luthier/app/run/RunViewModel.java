package luthier.app.run;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import luthier.app.history.EventFile;
import luthier.app.history.PredictedMemory;
import luthier.app.history.RunFollower;
import luthier.app.history.RunJournal;
import luthier.app.history.RunState;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Messages;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.Runs;
import luthier.core.client.RunFolder;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// One run as the list and the page show it. Its properties change on the window's thread only.
public final class RunViewModel {
    private final RunFolder folder;
    private final RunSpec spec;
    private final Runs runs;
    private final Executor background;
    private final Executor window;
    private final RunFollower follower;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(this, "state", RunState.STOPPED);
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper(this, "standing", "");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision", 0);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private RunJournal journal = new RunJournal();
    private long bytesSeen;
    private boolean followed;

    RunViewModel(RunFolder folder, RunSpec spec, Runs runs, Executor background, Executor window) {
        this.folder = folder;
        this.spec = spec;
        this.runs = runs;
        this.background = background;
        this.window = window;
        this.follower = new RunFollower(folder, runs, background, window, new Reader());
    }

    /// Reads the folder and follows the run if it goes on.
    void open() {
        follower.open();
    }

    /// Follows a run that was started just now.
    void follow(ActiveRun run) {
        followed = true;
        state.set(RunState.RUNNING);
        changed();
        loaded.set(true);
        follower.follow(run);
    }

    void close() {
        follower.close();
    }

    public RunFolder folder() {
        return folder;
    }

    public String name() {
        return spec.name();
    }

    public RunSpec spec() {
        return spec;
    }

    /// Expected at the peak, NaN when nobody planned.
    public double predictedBytes() {
        return PredictedMemory.countedBytes(folder);
    }

    public RunJournal journal() {
        return journal;
    }

    public ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }

    /// One line for the list, such as `step 824 of 1,200` or `1.79 · 52 min`.
    public ReadOnlyStringProperty standing() {
        return standing.getReadOnlyProperty();
    }

    /// Between 0 and 1.
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /// Grows whenever the journal has.
    public ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /// Why something that was asked for did not happen, or what of the folder is damaged; empty when all is well.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// How long the file of its events was when it was read.
    long bytesSeen() {
        return bytesSeen;
    }

    /// Whether the folder has been read.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether its events come by themselves.
    boolean followed() {
        return followed;
    }

    /// Asks the worker for something between two steps.
    public void request(RunControl.Request request) {
        background.execute(() -> guarded(() -> runs.attach(folder.path(), 0).request(request)));
    }

    /// Goes on: a paused run at once, an ended one from its latest checkpoint in a new worker.
    public void resume() {
        if (state.get() == RunState.PAUSED) {
            request(RunControl.Request.RESUME);
        } else if (state.get().resumable()) {
            background.execute(() -> guarded(() -> {
                ActiveRun run = runs.resume(folder.path());
                window.execute(() -> follow(run));
            }));
        }
    }

    private interface Work {
        void run() throws LuthierException, InterruptedException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (LuthierException e) {
            window.execute(() -> problem.set(FailureText.of(e.failure())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed() {
        standing.set(Standing.of(journal, state.get()));
        share.set(journal.progress().share());
        revision.set(revision.get() + 1);
    }

    private final class Reader implements RunFollower.Listener {
        @Override
        public void loaded(RunJournal journalRead, boolean busy, EventFile.Read read) {
            journal = journalRead;
            bytesSeen = read.size();
            followed = busy;
            state.set(journal.state(busy));
            problem.set(
                    read.damaged().isEmpty()
                            ? ""
                            : Messages.of(
                                    "runs.damaged",
                                    read.damaged().size(),
                                    read.damaged().getFirst(),
                                    folder.events()));
            changed();
            loaded.set(true);
        }

        @Override
        public void came(List<RunEvent> events) {
            events.forEach(journal::accept);
            RunEvent end = journal.progress().end();
            followed = end == null;
            state.set(journal.state(true));
            changed();
        }

        @Override
        public void broken(Failure failure) {
            followed = false;
            problem.set(FailureText.of(failure));
        }
    }

    /// The value of the last step's figure, null before the first.
    public RunEvent.@Nullable Stepped lastStep() {
        return journal.lastStep();
    }
}
