package luthier.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import luthier.app.history.RunStarter;
import luthier.app.history.RunState;
import luthier.app.history.RunsFolder;
import luthier.app.i18n.FailureText;
import luthier.app.plan.Planner;
import luthier.app.shell.ActiveRuns;
import luthier.app.shell.RunStatus;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.FreshFolder;
import luthier.app.worker.Runs;
import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;
import org.jspecify.annotations.Nullable;

/// All runs of the open project, and the queue. Its properties change on the window's thread only.
public final class RunsViewModel implements ActiveRuns {
    private final Runs runs;
    private final RunStarter starter;
    private final Executor background;
    private final Executor window;
    private final Map<Path, RunViewModel> known = new HashMap<>();
    private final ObservableList<RunViewModel> all = FXCollections.observableArrayList();
    // kept, for a view on a list that nobody keeps tells its listeners nothing once it is collected
    private final ObservableList<RunViewModel> allShown = FXCollections.unmodifiableObservableList(all);
    private final ObservableList<ListEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<ListEntry> entriesShown = FXCollections.unmodifiableObservableList(entries);
    private final ObjectProperty<@Nullable RunViewModel> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count", 0);
    private final ReadOnlyObjectWrapper<@Nullable RunStatus> status = new ReadOnlyObjectWrapper<>(this, "status");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final QueueViewModel queue = new QueueViewModel();
    private @Nullable RunsFolder folder;
    private @Nullable Path projectFile;
    private int starting;

    /// @param background may wait; each task has a thread of its own
    /// @param window runs tasks on the window's thread
    public RunsViewModel(Runs runs, Planner planner, Executor background, Executor window) {
        this.runs = runs;
        this.starter = new RunStarter(runs, planner);
        this.background = background;
        this.window = window;
        queue.waiting().subscribe(this::arrange);
    }

    /// Shows the runs of another project; those that go on are followed again.
    public void open(Path newProjectFile) {
        close();
        RunsFolder opened = RunsFolder.of(newProjectFile);
        projectFile = newProjectFile;
        folder = opened;
        queue.open(opened.queueFile());
        refresh();
    }

    /// Leaves the project. Its runs go on.
    public void close() {
        all.forEach(RunViewModel::close);
        known.clear();
        all.clear();
        selected.set(null);
        folder = null;
        projectFile = null;
        arrange();
    }

    /// Looks for runs that others have started, resumed or deleted.
    public void refresh() {
        RunsFolder asked = folder;
        if (asked != null) {
            background.execute(() -> look(asked));
        }
    }

    public ObservableList<RunViewModel> all() {
        return allShown;
    }

    /// The list: groups with their runs.
    public ObservableList<ListEntry> entries() {
        return entriesShown;
    }

    public ObjectProperty<@Nullable RunViewModel> selected() {
        return selected;
    }

    public QueueViewModel queue() {
        return queue;
    }

    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable RunStatus> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void follow(ActiveRun run) {
        RunViewModel there = known.get(run.folder().path());
        if (there != null && there.state().get().active()) {
            // it was found in the folder before it was announced
            selected.set(there);
            return;
        }
        try {
            RunViewModel model =
                    there != null ? there : added(run.folder(), run.folder().spec(), true);
            model.follow(run);
            selected.set(model);
            arrange();
        } catch (LuthierException e) {
            problem.set(FailureText.of(e.failure()));
        }
    }

    @Override
    public void chooseStatus() {
        all.stream().filter(RunsViewModel::active).findFirst().ifPresent(selected::set);
    }

    /// Adds a run to the queue; it starts at once when nothing else goes on.
    public void enqueue(RunSpec spec) {
        queue.add(spec);
        startNext();
    }

    /// Starts the next run of the queue if its turn has come.
    public void startNext() {
        Path project = projectFile;
        // what has not been read may turn out to go on
        boolean busy = starting > 0
                || all.stream().anyMatch(run -> active(run) || !run.loaded().get());
        RunSpec next = project == null ? null : queue.next(busy);
        if (project == null || next == null) {
            return;
        }
        starting++;
        background.execute(() -> start(next, project));
    }

    private void start(RunSpec spec, Path project) {
        try {
            ActiveRun run = starter.start(spec, FreshFolder.of(project, spec));
            window.execute(() -> {
                starting--;
                follow(run);
            });
        } catch (LuthierException e) {
            window.execute(() -> {
                starting--;
                problem.set(FailureText.of(e.failure()));
                queue.ended(RunState.FAILED);
                startNext();
            });
        }
    }

    private void look(RunsFolder asked) {
        try {
            Map<RunFolder, RunSpec> found = new LinkedHashMap<>();
            for (RunFolder run : asked.runs()) {
                found.put(run, RunSpecCodec.read(run.specFile()));
            }
            window.execute(() -> {
                if (asked.equals(folder)) {
                    show(found);
                }
            });
        } catch (IOException | LuthierException e) {
            String text = e instanceof LuthierException told ? FailureText.of(told.failure()) : String.valueOf(e);
            window.execute(() -> problem.set(text));
        }
    }

    private void show(Map<RunFolder, RunSpec> found) {
        List<RunViewModel> fresh = new ArrayList<>();
        found.forEach((run, spec) -> {
            // a run that is being started here is announced by itself
            if (!known.containsKey(run.path()) && starting == 0) {
                fresh.add(added(run, spec, false));
            }
        });
        all.removeIf(run -> !run.followed() && gone(run, found));
        known.values().retainAll(all);
        fresh.forEach(RunViewModel::open);
        all.stream().filter(run -> run.loaded().get() && grownByOthers(run)).forEach(RunViewModel::open);
        arrange();
        startNext();
    }

    private RunViewModel added(RunFolder run, RunSpec spec, boolean first) {
        RunViewModel model = new RunViewModel(run, spec, runs, background, window);
        known.put(run.path(), model);
        all.add(first ? 0 : all.size(), model);
        model.state().addListener((_, before, now) -> moved(before, now));
        model.revision().addListener((_, _, _) -> tellStatus());
        model.loaded().addListener((_, _, _) -> startNext());
        return model;
    }

    private void moved(RunState before, RunState now) {
        arrange();
        if (before.active() && !now.active()) {
            queue.ended(now);
            startNext();
        }
    }

    private void arrange() {
        List<ListEntry> lines = new ArrayList<>();
        List<RunViewModel> active = all.stream().filter(RunsViewModel::active).toList();
        group(lines, "runs.group.running", active.size());
        active.forEach(run -> lines.add(new ListEntry.Run(run)));
        group(lines, "runs.group.queued", queue.waiting().size());
        for (int i = 0; i < queue.waiting().size(); i++) {
            lines.add(new ListEntry.Waiting(i, queue.waiting().get(i)));
        }
        group(lines, "runs.group.ended", all.size() - active.size());
        all.stream().filter(run -> !active(run)).forEach(run -> lines.add(new ListEntry.Run(run)));
        // unchanged lines stay, so that neither a choice nor a drag is lost
        if (!lines.equals(entries)) {
            entries.setAll(lines);
        }
        count.set(active.size());
        if (selected.get() == null && !all.isEmpty()) {
            selected.set(active.isEmpty() ? all.getFirst() : active.getFirst());
        }
        tellStatus();
    }

    private static void group(List<ListEntry> lines, String key, int size) {
        if (size > 0) {
            lines.add(new ListEntry.Group(key, size));
        }
    }

    private void tellStatus() {
        status.set(all.stream()
                .filter(RunsViewModel::active)
                .findFirst()
                .map(StatusOf::run)
                .orElse(null));
    }

    private static boolean active(RunViewModel run) {
        return run.state().get().active();
    }

    private static boolean gone(RunViewModel run, Map<RunFolder, RunSpec> found) {
        return !found.containsKey(run.folder());
    }

    private static boolean grownByOthers(RunViewModel run) {
        try {
            return !run.followed()
                    && Files.exists(run.folder().events())
                    && Files.size(run.folder().events()) > run.bytesSeen();
        } catch (IOException _) {
            return false;
        }
    }
}
