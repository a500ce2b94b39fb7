package luthier.app.project;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import luthier.app.fx.Dialogs;
import luthier.app.i18n.Messages;
import luthier.app.shell.Action;
import luthier.app.shell.Navigation;
import luthier.app.shell.ProjectMenu;
import org.jspecify.annotations.Nullable;

/// What can be done with projects as wholes, from the menu, the palette and the first page.
public final class ProjectActions implements ProjectMenu {
    private final ProjectSession session;
    private final Dialogs dialogs;
    private final Navigation navigation;
    private final BooleanBinding open;

    public ProjectActions(ProjectSession session, Dialogs dialogs, Navigation navigation) {
        this.session = session;
        this.dialogs = dialogs;
        this.navigation = navigation;
        this.open = Bindings.isNotNull(session.current());
    }

    @Override
    public ObservableBooleanValue open() {
        return open;
    }

    @Override
    public ObservableValue<String> title() {
        return text(file -> file.project().name(), Messages.of("program.name"));
    }

    @Override
    public ObservableValue<String> note() {
        return text(_ -> Messages.of("project.saved"), "");
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.always("project.new", "Shortcut+N", this::create),
                Action.always("project.open", "Shortcut+O", this::openFile),
                Action.always("project.sample", "", this::sample),
                new Action("project.close", "", open, this::close));
    }

    /// Asks for a model folder, a data file and a place.
    public void create() {
        Path model = dialogs.openFolder(Messages.of("project.chooseModel"), null);
        if (model == null) {
            return;
        }
        Path data = dialogs.openFile(Messages.of("project.chooseData"), null);
        if (data == null) {
            return;
        }
        Path file = dialogs.saveFile(Messages.of("project.choosePlace"), data.getParent(), "project.luthier");
        if (file != null) {
            session.create(withEnding(file), model, data);
        }
    }

    public void openFile() {
        @Nullable Path file = dialogs.openFile(Messages.of("project.chooseProject"), null, "luthier");
        if (file != null) {
            session.open(file);
        }
    }

    /// The sample is there to be tried, so what is shown is the page with the Start button.
    public void sample() {
        session.openSample(() -> navigation.show("tune"));
    }

    private void close() {
        session.close();
        navigation.show("project");
    }

    private ObservableValue<String> text(Function<ProjectFile, String> ofProject, String none) {
        return Bindings.createStringBinding(
                () -> {
                    ProjectFile file = session.current().get();
                    return file == null ? none : ofProject.apply(file);
                },
                session.current());
    }

    private static Path withEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".luthier") ? file : file.resolveSibling(name + ".luthier");
    }
}
