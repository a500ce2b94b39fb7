package luthier.core.worker;

import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunSink;
import luthier.core.run.RunSpec;

/// What a run's worker does: train and tell. It sends exactly one end event, last, or throws.
@FunctionalInterface
public interface TrainingJob {
    /// @param resume continue from the folder's latest checkpoint
    void run(RunSpec spec, RunFolder folder, boolean resume, RunSink sink, RunControl control) throws LuthierException;
}
