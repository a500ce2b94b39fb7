package luthier.app.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import luthier.app.preferences.PreferencesModel;
import luthier.app.preferences.RecentProject;

/// The page before a project is open.
public final class StartViewModel {
    private final ProjectSession session;
    private final ProjectActions actions;
    private final PreferencesModel preferences;
    private final Executor work;
    private final Executor window;
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();

    /// @param work looks for files
    /// @param window the window's thread
    public StartViewModel(
            ProjectSession session,
            ProjectActions actions,
            PreferencesModel preferences,
            Executor work,
            Executor window) {
        this.session = session;
        this.actions = actions;
        this.preferences = preferences;
        this.work = work;
        this.window = window;
        preferences.current().subscribe(current -> look(current.recent()));
    }

    public ObservableList<Recent> recent() {
        return recent;
    }

    public ReadOnlyStringProperty problem() {
        return session.problem();
    }

    public void create() {
        actions.create();
    }

    public void openFile() {
        actions.openFile();
    }

    public void openSample() {
        actions.sample();
    }

    public void open(Recent project) {
        session.open(project.file());
    }

    /// Takes it from the list; its files stay.
    public void forget(Recent project) {
        preferences.change(before -> before.withoutProject(project.file()));
    }

    private void look(List<RecentProject> projects) {
        work.execute(() -> {
            List<Recent> found = projects.stream()
                    .map(RecentProject::file)
                    .map(StartViewModel::recent)
                    .toList();
            window.execute(() -> recent.setAll(found));
        });
    }

    private static Recent recent(Path file) {
        return new Recent(
                file, ProjectSession.nameOf(file), String.valueOf(file.getParent()), !Files.isRegularFile(file));
    }
}
