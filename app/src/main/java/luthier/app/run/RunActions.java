package luthier.app.run;

import java.nio.file.Path;
import luthier.core.run.RunSpec;

/// What the Runs page asks of the rest of the window.
public interface RunActions {
    /// Shows a folder in the system's file browser.
    void openFolder(Path folder);

    /// Makes a new draft of a run's settings and shows it.
    void useSettings(RunSpec spec);

    /// Shows the page on which runs are made.
    void newRun();
}
