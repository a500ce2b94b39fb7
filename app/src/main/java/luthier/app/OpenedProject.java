package luthier.app;

import java.nio.file.Path;
import java.util.List;
import luthier.app.preferences.PreferencesModel;
import luthier.app.preferences.RecentProject;
import luthier.app.project.ProjectFile;
import luthier.app.project.ProjectSession;
import luthier.app.run.RunsViewModel;
import luthier.app.shell.Navigation;
import org.jspecify.annotations.Nullable;

/// What happens all over the window when another project is opened: its runs are followed, and the page it was left on
/// is shown.
final class OpenedProject {
    private static final List<String> REMEMBERED = List.of("project", "tune", "runs");

    private final ProjectSession session;
    private final PreferencesModel preferences;
    private final Navigation navigation;
    private final RunsViewModel runs;
    private @Nullable Path open;

    OpenedProject(ProjectSession session, PreferencesModel preferences, Navigation navigation, RunsViewModel runs) {
        this.session = session;
        this.preferences = preferences;
        this.navigation = navigation;
        this.runs = runs;
    }

    void follow() {
        session.current().subscribe(this::opened);
        navigation.page().subscribe(this::remember);
    }

    private void opened(@Nullable ProjectFile file) {
        Path path = file == null ? null : file.file();
        if (path == null) {
            runs.close();
        } else if (!path.equals(open)) {
            open = path;
            runs.open(path);
            preferences.current().get().recent().stream()
                    .filter(recent -> recent.file().equals(path))
                    .findFirst()
                    .ifPresent(recent -> navigation.show(recent.page()));
        }
        open = path;
    }

    private void remember(String page) {
        Path path = open;
        if (path != null && REMEMBERED.contains(page)) {
            preferences.change(before -> before.withProject(new RecentProject(path, page)));
        }
    }
}
