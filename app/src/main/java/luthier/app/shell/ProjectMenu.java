package luthier.app.shell;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// What the top bar knows of projects.
public interface ProjectMenu {
    /// Whether one is open.
    ObservableBooleanValue open();

    /// Its name, or that of the program.
    ObservableValue<String> title();

    /// Whether all is saved, or why not.
    ObservableValue<String> note();

    List<Action> actions();
}
