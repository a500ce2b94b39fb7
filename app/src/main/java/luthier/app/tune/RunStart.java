package luthier.app.tune;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import luthier.app.history.RunStarter;
import luthier.app.i18n.FailureText;
import luthier.app.project.ProjectFile;
import luthier.app.project.ProjectSession;
import luthier.app.shell.ActiveRuns;
import luthier.app.shell.Navigation;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.FreshFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Starts a draft as `luthier run` does: first into the project file, then a worker in a fresh run folder, which goes
/// on when the window closes.
public final class RunStart {
    private final ProjectSession session;
    private final RunStarter starter;
    private final ActiveRuns active;
    private final Navigation navigation;
    private final Executor work;
    private final Executor window;
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param work starts processes
    /// @param window the window's thread
    public RunStart(
            ProjectSession session,
            RunStarter starter,
            ActiveRuns active,
            Navigation navigation,
            Executor work,
            Executor window) {
        this.session = session;
        this.starter = starter;
        this.active = active;
        this.navigation = navigation;
        this.work = work;
        this.window = window;
        // a project file that could not be written ends the attempt
        session.problem().subscribe(text -> {
            if (!text.isEmpty()) {
                starting.set(false);
            }
        });
    }

    public ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /// Why the last start failed; empty when it did not.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void start(RunSpec spec) {
        starting.set(true);
        problem.set("");
        session.change(project -> DraftedRun.in(project, spec), () -> launch(spec));
    }

    private void launch(RunSpec spec) {
        ProjectFile file = session.current().get();
        if (file == null) {
            starting.set(false);
            return;
        }
        work.execute(() -> {
            try {
                ActiveRun run = starter.start(spec, FreshFolder.of(file.file(), spec));
                window.execute(() -> {
                    starting.set(false);
                    active.follow(run);
                    navigation.show("runs");
                });
            } catch (LuthierException e) {
                String text = FailureText.of(e.failure());
                window.execute(() -> {
                    starting.set(false);
                    problem.set(text);
                });
            }
        });
    }
}
