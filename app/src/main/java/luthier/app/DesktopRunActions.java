package luthier.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import luthier.app.run.RunActions;
import luthier.app.shell.Navigation;
import luthier.app.tune.TuneViewModel;
import luthier.core.run.RunSpec;

/// What the Runs page asks of the other pages and of the desktop.
///
/// @param browse shows a folder in the system's file browser
record DesktopRunActions(TuneViewModel tune, Navigation navigation, Consumer<Path> browse) implements RunActions {
    @Override
    public void openFolder(Path folder) {
        browse.accept(folder);
    }

    @Override
    public void useSettings(RunSpec spec) {
        tune.use(spec);
        navigation.show("tune");
    }

    @Override
    public void newRun() {
        navigation.show("tune");
    }
}
