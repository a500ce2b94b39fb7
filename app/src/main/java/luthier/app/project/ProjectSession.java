package luthier.app.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import luthier.app.i18n.FailureText;
import luthier.app.preferences.PreferencesModel;
import luthier.app.preferences.RecentProject;
import luthier.core.run.DataSpec;
import luthier.core.run.LuthierException;
import luthier.core.run.Project;
import luthier.core.run.UnknownKeys;
import org.jspecify.annotations.Nullable;

/// The project that is open; all pages look at it.
public final class ProjectSession {
    private static final double USUAL_EVALUATION_SHARE = 0.05;
    private static final int USUAL_MAX_LENGTH = 512;

    private final SampleProject sample;
    private final PreferencesModel preferences;
    private final Executor work;
    private final Executor window;
    private final ReadOnlyObjectWrapper<@Nullable ProjectFile> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param work reads and writes files, one task after the other
    /// @param window the window's thread
    public ProjectSession(SampleProject sample, PreferencesModel preferences, Executor work, Executor window) {
        this.sample = sample;
        this.preferences = preferences;
        this.work = work;
        this.window = window;
    }

    /// Null while no project is open.
    public ReadOnlyObjectProperty<@Nullable ProjectFile> current() {
        return current.getReadOnlyProperty();
    }

    /// Why the last thing asked for was not done; empty when all is well.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public void open(Path file) {
        attempt(() -> ProjectFile.read(file), () -> {});
    }

    /// @param then once it is open
    public void openSample(Runnable then) {
        attempt(() -> ProjectFile.read(sample.unpacked()), then);
    }

    /// A project with one model and one data set.
    public void create(Path file, Path model, Path data) {
        attempt(() -> ProjectFile.create(file, fresh(file, model, data)), () -> {});
    }

    public void close() {
        current.set(null);
    }

    /// Changes the project and writes it, then goes on; where that fails, nothing is changed and [#problem] says why.
    public void change(UnaryOperator<Project> change, Runnable then) {
        ProjectFile open = current.get();
        if (open != null) {
            attempt(() -> open.with(change.apply(open.project())), then);
        }
    }

    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".luthier") ? name.substring(0, name.length() - ".luthier".length()) : name;
    }

    private static Project fresh(Path file, Path model, Path data) {
        DataSpec spec = new DataSpec(data, null, "auto", Map.of(), USUAL_EVALUATION_SHARE, USUAL_MAX_LENGTH, false);
        return new Project(
                nameOf(file),
                Map.of(nameOf(model), new Project.Model(model, UnknownKeys.NONE)),
                Map.of(nameOf(data), new Project.Dataset(spec, UnknownKeys.NONE)),
                List.of(),
                "",
                UnknownKeys.NONE);
    }

    /// Something with files that may fail.
    @FunctionalInterface
    private interface Attempt {
        ProjectFile get() throws LuthierException;
    }

    private void attempt(Attempt attempt, Runnable then) {
        work.execute(() -> {
            try {
                ProjectFile done = attempt.get();
                window.execute(() -> {
                    problem.set("");
                    current.set(done);
                    remember(done);
                    then.run();
                });
            } catch (LuthierException e) {
                String text = FailureText.of(e.failure());
                window.execute(() -> problem.set(text));
            }
        });
    }

    private void remember(ProjectFile opened) {
        preferences.change(before -> before.withProject(new RecentProject(
                opened.file(),
                before.recent().stream()
                        .filter(each -> each.file().equals(opened.file()))
                        .map(RecentProject::page)
                        .findFirst()
                        .orElse("project"))));
    }
}
