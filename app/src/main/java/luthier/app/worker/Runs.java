package luthier.app.worker;

import java.nio.file.Path;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Starts and continues runs.
public interface Runs {
    /// @param folder of the new run, empty or not there yet
    ActiveRun start(RunSpec spec, Path folder) throws LuthierException;

    ActiveRun resume(Path folder) throws LuthierException;

    /// Whether a worker is busy in the folder of a run.
    boolean busy(Path folder) throws LuthierException;
}
