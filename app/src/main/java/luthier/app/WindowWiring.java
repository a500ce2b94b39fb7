package luthier.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import luthier.app.compare.ComparePage;
import luthier.app.compare.CompareViewModel;
import luthier.app.demo.QuickstartFiles;
import luthier.app.fx.Dialogs;
import luthier.app.fx.FxThread;
import luthier.app.fx.Look;
import luthier.app.history.RunStarter;
import luthier.app.plan.Planner;
import luthier.app.preferences.PreferencesFile;
import luthier.app.preferences.PreferencesModel;
import luthier.app.preferences.PreferencesPage;
import luthier.app.preferences.PreferencesView;
import luthier.app.project.OverviewView;
import luthier.app.project.OverviewViewModel;
import luthier.app.project.ProjectActions;
import luthier.app.project.ProjectPage;
import luthier.app.project.ProjectSession;
import luthier.app.project.SampleProject;
import luthier.app.project.StartView;
import luthier.app.project.StartViewModel;
import luthier.app.run.RunsPage;
import luthier.app.run.RunsViewModel;
import luthier.app.shell.Hardware;
import luthier.app.shell.Navigation;
import luthier.app.shell.PageEntry;
import luthier.app.shell.ShellView;
import luthier.app.shell.ShellViewModel;
import luthier.app.shell.StatusStripView;
import luthier.app.shell.StatusStripViewModel;
import luthier.app.tune.PlanWatch;
import luthier.app.tune.RunStart;
import luthier.app.tune.TunePage;
import luthier.app.tune.TuneView;
import luthier.app.tune.TuneViewModel;
import luthier.app.worker.ProcessRuns;
import luthier.app.worker.ProcessTasks;
import luthier.app.worker.Runs;
import luthier.app.worker.Tasks;
import luthier.core.catalog.registered.Catalog;
import luthier.core.client.RunLauncher;
import luthier.core.client.TaskClient;
import luthier.core.client.WorkerCommand;

/// How the window's parts are put together.
///
/// @param files reads and writes files, one task after the other
/// @param background may wait; each task has a thread of its own
/// @param plans runs tasks one after the other, a moment after they came
/// @param window the window's thread
record WindowWiring(
        Runs runs,
        Tasks tasks,
        Catalog catalog,
        Hardware hardware,
        SampleProject sample,
        PreferencesFile preferencesFile,
        Executor files,
        Executor background,
        Executor plans,
        Executor window) {
    private static final long TYPING_MILLIS = 250;

    static WindowWiring ofThisProgram(Executor files) {
        WorkerCommand worker = WorkerCommand.ofThisProgram();
        return new WindowWiring(
                new ProcessRuns(new RunLauncher(worker)),
                new ProcessTasks(new TaskClient(worker)),
                Catalog.load(),
                Hardware.ofThisMachine(),
                SampleProject.ofThisPerson(QuickstartFiles.shipped()),
                PreferencesFile.ofThisPerson(),
                files,
                Executors.newVirtualThreadPerTaskExecutor(),
                CompletableFuture.delayedExecutor(
                        TYPING_MILLIS,
                        TimeUnit.MILLISECONDS,
                        Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())),
                new FxThread());
    }

    PreferencesModel preferences() {
        return new PreferencesModel(preferencesFile, files, window);
    }

    /// The window's content.
    ///
    /// @param browse shows a folder in the system's file browser
    Look open(PreferencesModel preferences, Dialogs dialogs, Consumer<Path> browse, double width, double height) {
        Navigation navigation = new Navigation(List.of("project", "tune", "runs", "compare", "preferences"));
        ProjectSession session = new ProjectSession(sample, preferences, files, window);
        ProjectActions projects = new ProjectActions(session, dialogs, navigation);
        Planner planner = new Planner(tasks);
        RunsViewModel history = new RunsViewModel(runs, planner, background, window);
        TuneViewModel tune = new TuneViewModel(
                session,
                catalog,
                new PlanWatch(planner, plans, window),
                new RunStart(session, new RunStarter(runs, planner), history, navigation, background, window));
        Look look = Look.of(width, height);
        preferences.current().subscribe(current -> {
            look.set(current.theme());
            look.scale(current.scalePercent());
        });
        List<PageEntry> pages = List.of(
                new PageEntry(
                        "project", "fth-folder", false, () -> projectPage(session, projects, preferences, navigation)),
                new PageEntry("tune", "fth-sliders", true, () -> new TunePage(new TuneView(tune, look, hardware))),
                new PageEntry(
                        "runs",
                        "fth-play-circle",
                        true,
                        () -> new RunsPage(
                                history, new DesktopRunActions(tune, navigation, browse), dialogs, background, window)),
                new PageEntry(
                        "compare",
                        "fth-bar-chart-2",
                        true,
                        () -> new ComparePage(new CompareViewModel(history), dialogs, () -> navigation.show("runs"))),
                new PageEntry(
                        "preferences",
                        "fth-settings",
                        false,
                        () -> new PreferencesPage(new PreferencesView(preferences))));
        LookActions looks = new LookActions(preferences, look);
        ShellViewModel shell = new ShellViewModel(navigation, projects, history, pages, looks.actions());
        new OpenedProject(session, preferences, navigation, history).follow();
        ShellView view = new ShellView(shell, pages, hardware, looks::toggleTheme);
        view.setStrip(new StatusStripView(new StatusStripViewModel(history), shell::openStatus).node());
        look.show(view.node());
        return look;
    }

    private ProjectPage projectPage(
            ProjectSession session, ProjectActions projects, PreferencesModel preferences, Navigation navigation) {
        OverviewViewModel overview = new OverviewViewModel(session, navigation, background, window);
        return new ProjectPage(
                new StartView(new StartViewModel(session, projects, preferences, background, window), hardware),
                new OverviewView(overview),
                overview);
    }
}
