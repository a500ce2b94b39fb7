package luthier.app.worker;

import java.nio.file.Path;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Starts and continues runs.
public interface Runs {
    /// @param folder of the new run, empty or not there yet
    ActiveRun start(RunSpec spec, Path folder) throws LuthierException;

    ActiveRun resume(Path folder) throws LuthierException;

    /// Follows a run that goes on, whoever started it.
    ///
    /// @param firstByte beginning of the first line of its events still to be told; where the lines told so far end
    ///     the run, the beginning of its end
    ActiveRun attach(Path folder, long firstByte) throws LuthierException;

    /// Whether a worker is busy in the folder of a run.
    boolean busy(Path folder) throws LuthierException;
}
