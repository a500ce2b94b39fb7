package luthier.app.project;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import luthier.app.i18n.Messages;
import luthier.app.shell.Navigation;
import luthier.core.run.Project;
import org.jspecify.annotations.Nullable;

/// The open project: what is in it, and whether all of it is there.
public final class OverviewViewModel {
    private final ProjectSession session;
    private final Navigation navigation;
    private final Executor work;
    private final Executor window;
    private final ObservableList<Card> models = FXCollections.observableArrayList();
    private final ObservableList<Card> datasets = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper health = new ReadOnlyStringWrapper("");

    /// @param work reads files
    /// @param window the window's thread
    public OverviewViewModel(ProjectSession session, Navigation navigation, Executor work, Executor window) {
        this.session = session;
        this.navigation = navigation;
        this.work = work;
        this.window = window;
        session.current().subscribe(_ -> look());
    }

    public ReadOnlyObjectProperty<@Nullable ProjectFile> project() {
        return session.current();
    }

    public ObservableList<Card> models() {
        return models;
    }

    public ObservableList<Card> datasets() {
        return datasets;
    }

    /// What is missing; empty when all is where it was.
    public ReadOnlyStringProperty health() {
        return health.getReadOnlyProperty();
    }

    public void newRun() {
        navigation.show("tune");
    }

    /// Reads the folders again.
    public void look() {
        ProjectFile open = session.current().get();
        if (open == null) {
            models.clear();
            datasets.clear();
            return;
        }
        work.execute(() -> {
            Project project = open.project();
            List<Card> foundModels = project.models().entrySet().stream()
                    .map(entry -> Cards.model(entry.getKey(), entry.getValue().path()))
                    .toList();
            List<Card> foundData = project.datasets().entrySet().stream()
                    .map(entry -> Cards.data(entry.getKey(), entry.getValue().data()))
                    .toList();
            window.execute(() -> {
                if (open == session.current().get()) {
                    models.setAll(foundModels);
                    datasets.setAll(foundData);
                    health.set(missing(foundModels, foundData));
                }
            });
        });
    }

    private static String missing(List<Card> models, List<Card> data) {
        List<String> names = java.util.stream.Stream.concat(models.stream(), data.stream())
                .filter(Card::missing)
                .map(Card::title)
                .toList();
        return names.isEmpty() ? "" : Messages.of("project.missingFiles", String.join(", ", names));
    }
}
