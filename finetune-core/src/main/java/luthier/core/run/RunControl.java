package luthier.core.run;

/// What the engine asks between two steps: has someone asked for something?
public interface RunControl {
    /// Asked for between two steps; each request is handed out once.
    enum Request {
        NONE,
        CHECKPOINT,
        PAUSE,
        RESUME,
        /// stop after this step and write the result
        STOP_AND_KEEP,
        /// stop after this step, write a checkpoint to resume from, no result
        STOP,
        /// stop and throw the result away
        STOP_AND_DISCARD
    }

    /// The oldest request not yet handed out.
    Request poll();

    /// Waits for the next request; used while paused.
    Request await() throws InterruptedException;
}
