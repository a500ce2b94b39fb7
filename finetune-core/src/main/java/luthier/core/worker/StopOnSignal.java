package luthier.core.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import luthier.core.run.RunControl;

/// Makes SIGTERM and SIGINT a stop with a checkpoint: the JVM's shutdown waits until the run has ended.
final class StopOnSignal implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 10;

    private final CountDownLatch ended = new CountDownLatch(1);

    private StopOnSignal() {}

    static StopOnSignal install(ControlQueue queue) {
        StopOnSignal stop = new StopOnSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.stop(queue), "stop-on-signal"));
        return stop;
    }

    private void stop(ControlQueue queue) {
        queue.add(RunControl.Request.STOP);
        try {
            ended.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The run has ended and all its files are closed.
    @Override
    public void close() {
        ended.countDown();
    }
}
