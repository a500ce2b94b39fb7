package luthier.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// The frame of the window: which page is shown, what can be done from everywhere.
public final class ShellViewModel {
    private final Navigation navigation;
    private final ProjectMenu menu;
    private final ActiveRuns runs;
    private final List<Action> actions = new ArrayList<>();
    private final PaletteViewModel palette;

    /// @param pages in the order of the rail
    /// @param more actions beside those that show a page
    public ShellViewModel(
            Navigation navigation, ProjectMenu menu, ActiveRuns runs, List<PageEntry> pages, List<Action> more) {
        this.navigation = navigation;
        this.menu = menu;
        this.runs = runs;
        for (int i = 0; i < pages.size(); i++) {
            PageEntry page = pages.get(i);
            String shortcut = i < 9 ? "Shortcut+" + (i + 1) : "";
            Runnable show = () -> show(page);
            actions.add(
                    page.needsProject()
                            ? new Action("show." + page.key(), shortcut, menu.open(), show)
                            : Action.always("show." + page.key(), shortcut, show));
        }
        actions.addAll(menu.actions());
        actions.addAll(more);
        this.palette = new PaletteViewModel(actions);
        actions.add(Action.always(
                "palette",
                "Shortcut+K",
                () -> palette.open().set(!palette.open().get())));
        // a page that needs a project is left when it closes
        menu.open().subscribe(open -> {
            if (!open && pages.stream().anyMatch(page -> page.needsProject() && isShown(page))) {
                navigation.show(pages.getFirst().key());
            }
        });
    }

    public ReadOnlyStringProperty page() {
        return navigation.page();
    }

    public void show(PageEntry page) {
        if (!page.needsProject() || menu.open().get()) {
            navigation.show(page.key());
        }
    }

    public List<Action> actions() {
        return List.copyOf(actions);
    }

    public PaletteViewModel palette() {
        return palette;
    }

    public ObservableBooleanValue projectOpen() {
        return menu.open();
    }

    /// Name of the open project, or of the program.
    public ObservableValue<String> title() {
        return menu.title();
    }

    /// One line about the project file beside its name.
    public ObservableValue<String> note() {
        return menu.note();
    }

    public List<Action> projectActions() {
        return menu.actions();
    }

    public ReadOnlyIntegerProperty activeRuns() {
        return runs.count();
    }

    /// Opens the run of the status strip.
    public void openStatus() {
        runs.chooseStatus();
        navigation.show("runs");
    }

    private boolean isShown(PageEntry page) {
        return navigation.page().get().equals(page.key());
    }
}
