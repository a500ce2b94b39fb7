package luthier.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;
import luthier.app.chart.ChartPicture;
import luthier.app.compare.ComparePage;
import luthier.app.compare.CompareViewModel;
import luthier.app.fx.FxThread;
import luthier.app.fx.Look;
import luthier.app.fx.NoDialogs;
import luthier.app.fx.ThemeChoice;
import luthier.app.plan.Planner;
import luthier.app.shell.Page;
import luthier.app.worker.ProcessRuns;
import luthier.app.worker.ScriptedTasks;
import luthier.core.client.RunFolder;
import luthier.core.client.RunLauncher;
import luthier.core.client.WorkerCommand;
import luthier.core.disk.DurableFiles;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// The Runs page of a project as pictures: `RunsSampler PROJECT FOLDER SHOWN RECORDED LINES`, where
/// SHOWN may be `compare` and RECORDED is played again as a run that goes on, after so many LINES.
public final class RunsSampler {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

    private RunsSampler() {}

    public static void main(String[] arguments) throws InterruptedException, IOException, LuthierException {
        Path live = Path.of(arguments[0]).resolveSibling("runs").resolve("live");
        DurableFiles.deleteTree(live);
        try (LiveRun _ = new LiveRun(
                live.resolveSibling(arguments[3]), new RunFolder(live), Integer.parseInt(arguments[4]), 100)) {
            show(arguments);
        }
    }

    private static void show(String[] arguments) throws InterruptedException {
        Platform.startup(() -> {});
        Executor window = new FxThread();
        Executor background = task -> Thread.ofVirtual().start(task);
        ProcessRuns runs = new ProcessRuns(new RunLauncher(WorkerCommand.ofThisProgram()));
        Planner planner = new Planner(new ScriptedTasks((_, _) -> List.of(Map.of())));
        AtomicReference<RunsViewModel> model = new AtomicReference<>();
        AtomicReference<Look> look = new AtomicReference<>();
        AtomicReference<Page> pages = new AtomicReference<>();
        AtomicReference<Stage> stage = new AtomicReference<>();
        onWindow(window, () -> {
            RunsViewModel made = new RunsViewModel(runs, planner, background, window);
            model.set(made);
            made.open(Path.of(arguments[0]));
            Page page = arguments[2].equals("compare")
                    ? new ComparePage(new CompareViewModel(made), new NoDialogs(), () -> {})
                    : new RunsPage(made, new NoActions(), new NoDialogs(), background, window);
            pages.set(page);
            look.set(Look.of(SIZES[0][0], SIZES[0][1]));
            look.get().show((Parent) page.view());
            stage.set(new Stage());
            stage.get().setScene(look.get().scene());
            stage.get().show();
        });
        TimeUnit.MILLISECONDS.sleep(2500);
        onWindow(window, () -> {
            pages.get().shown();
            for (RunViewModel run : model.get().all()) {
                if (run.folder().path().endsWith(arguments[2])) {
                    model.get().selected().set(run);
                }
            }
        });
        for (int[] size : SIZES) {
            for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
                onWindow(window, () -> {
                    // without the rail, the top bar and the strip
                    stage.get().setWidth(size[0] - 72);
                    stage.get().setHeight(size[1] - 80);
                    look.get().set(theme);
                });
                TimeUnit.MILLISECONDS.sleep(700);
                String name =
                        "%s-%s-%d.png".formatted(pages.get().key(), theme.name().toLowerCase(Locale.ROOT), size[0]);
                onWindow(window, () -> picture(look.get(), Path.of(arguments[1]).resolve(name)));
            }
        }
        Platform.exit();
    }

    private static void picture(Look look, Path file) {
        try {
            ChartPicture.write(look.scene().snapshot(null), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onWindow(Executor window, Runnable task) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<RuntimeException> failed = new ArrayList<>();
        window.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                failed.add(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        if (!failed.isEmpty()) {
            Platform.exit();
            throw failed.getFirst();
        }
    }

    private record NoActions() implements RunActions {
        @Override
        public void openFolder(Path folder) {}

        @Override
        public void useSettings(RunSpec spec) {}

        @Override
        public void newRun() {}
    }
}
