package luthier.app.shell;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import luthier.app.worker.ActiveRun;
import org.jspecify.annotations.Nullable;

/// What the shell and the other pages know of the runs that go on. Its properties change on the window's thread only.
public interface ActiveRuns {
    /// How many go on, shown on the rail.
    ReadOnlyIntegerProperty count();

    /// The one the status strip shows; null when none goes on.
    ReadOnlyObjectProperty<@Nullable RunStatus> status();

    /// A run that has just been started; from now on it is followed, and chosen on the Runs page.
    void follow(ActiveRun run);

    /// Chooses the run of the status strip on the Runs page.
    void chooseStatus();
}
