package luthier.app.worker;

import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunSink;

/// A run that goes on in a worker.
public interface ActiveRun {
    RunFolder folder();

    /// Hands every event to the sink until the run's end; blocks until then.
    void follow(RunSink sink) throws LuthierException, InterruptedException;

    void request(RunControl.Request request) throws LuthierException, InterruptedException;

    /// Ends the worker at once.
    void kill();
}
