package luthier.app.run;

import java.nio.file.Path;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.Runs;
import luthier.app.worker.ScriptedRuns;
import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Scripted runs that have folders, as real ones do.
record FolderRuns(ScriptedRuns script) implements Runs {
    @Override
    public ActiveRun start(RunSpec spec, Path folder) throws LuthierException {
        RunFolder.create(folder, spec);
        return script.start(spec, folder);
    }

    @Override
    public ActiveRun resume(Path folder) {
        return script.resume(folder);
    }

    @Override
    public ActiveRun attach(Path folder, long firstByte) {
        return script.attach(folder, firstByte);
    }

    @Override
    public boolean busy(Path folder) {
        return script.busy(folder);
    }
}
