package luthier.app.history;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import luthier.app.i18n.Messages;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.Runs;
import luthier.core.client.RunFolder;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// Reads what a run's folder holds and stays with the run while it goes on.
public final class RunFollower {
    private final RunFolder folder;
    private final Runs runs;
    private final Executor background;
    private final Executor window;
    private final Listener listener;
    private final Drain<RunEvent> events;
    private volatile @Nullable Thread following;
    private volatile boolean closed;

    /// Hears of the run, on the window's thread.
    public interface Listener {
        /// Everything so far. The journal is the listener's from now on.
        ///
        /// @param busy whether a worker is at the run, so that more will come
        void loaded(RunJournal journal, boolean busy, EventFile.Read read);

        /// What came since, in order.
        void came(List<RunEvent> events);

        void broken(Failure failure);
    }

    /// @param background may wait; each task has a thread of its own
    /// @param window runs tasks on the window's thread
    public RunFollower(RunFolder folder, Runs runs, Executor background, Executor window, Listener listener) {
        this.folder = folder;
        this.runs = runs;
        this.background = background;
        this.window = window;
        this.listener = listener;
        this.events = new Drain<>(window, listener::came);
    }

    /// Reads the folder, then follows the run if a worker is at it.
    public void open() {
        background.execute(() -> guarded(this::readAndFollow));
    }

    /// Follows a run that has just been started or resumed.
    public void follow(ActiveRun run) {
        background.execute(() -> guarded(() -> stayWith(run)));
    }

    /// Leaves the run; it goes on.
    public void close() {
        closed = true;
        Thread thread = following;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void readAndFollow() throws LuthierException, InterruptedException, IOException {
        // asked first: a worker that ends meanwhile has then written its end before the file is read
        boolean busy = runs.busy(folder.path());
        RunJournal journal = new RunJournal();
        EventFile.Read read = new EventFile(folder.events()).read(journal::accept);
        boolean ended = journal.progress().end() != null;
        window.execute(() -> listener.loaded(journal, busy, read));
        if (busy && !closed) {
            stayWith(runs.attach(folder.path(), ended ? read.lastLine() : read.position()));
        }
    }

    private void stayWith(ActiveRun run) throws LuthierException, InterruptedException {
        following = Thread.currentThread();
        try {
            run.follow(events::add);
        } finally {
            following = null;
        }
    }

    private interface Work {
        void run() throws LuthierException, InterruptedException, IOException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (LuthierException e) {
            window.execute(() -> listener.broken(e.failure()));
        } catch (IOException e) {
            Failure failure = new Failure.DiskFailure(
                    folder.events().toString(), Messages.of("runs.events"), String.valueOf(e.getMessage()));
            window.execute(() -> listener.broken(failure));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
