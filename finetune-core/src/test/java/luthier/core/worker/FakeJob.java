package luthier.core.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import luthier.core.client.RunFolder;
import luthier.core.engine.checkpoint.CheckpointStore;
import luthier.core.run.Failure;
import luthier.core.run.Ledger;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.run.MemorySample;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSink;
import luthier.core.run.RunSpec;

/// A job that counts instead of training. Its tuning's settings say how: `steps`, `stepMillis` and `fault`, which
/// strikes at step `faultAt`.
final class FakeJob implements TrainingJob {
    private static final MemorySample MEMORY = new MemorySample(Map.of(MemoryCause.WEIGHTS, 1L), 2, 3, 0);

    @Override
    public void run(RunSpec spec, RunFolder folder, boolean resume, RunSink sink, RunControl control)
            throws LuthierException {
        CheckpointStore checkpoints = new CheckpointStore(folder.checkpoints());
        Path latest = resume ? checkpoints.latest() : null;
        long step = latest == null ? 0 : CheckpointStore.stepOf(latest);
        long steps = number(spec, "steps", 10);
        sink.accept(new RunEvent.Started(
                Instant.now(), spec.name(), ProcessHandle.current().pid(), "cpu", 1, steps, step, 1, 1));
        RunControl.Request request = RunControl.Request.NONE;
        while (step < steps) {
            request = control.poll();
            if (request == RunControl.Request.PAUSE) {
                sink.accept(new RunEvent.Paused(Instant.now(), step));
                request = pause(control);
                sink.accept(new RunEvent.Resumed(Instant.now(), step));
            }
            if (request == RunControl.Request.CHECKPOINT) {
                checkpoint(checkpoints, step, sink);
            } else if (stops(request)) {
                break;
            }
            step++;
            fault(spec, step, sink);
            sleep(number(spec, "stepMillis", 0));
            sink.accept(new RunEvent.Stepped(Instant.now(), step, 0, 1.0 / step, 1e-3, 1, 10, 5, 1, MEMORY));
        }
        Ledger ledger = new Ledger(1, 0, step, 10, 5, 3, 1, 1, 0.5);
        if (stops(request)) {
            checkpoint(checkpoints, step, sink);
            String output = request == RunControl.Request.STOP_AND_KEEP ? "output" : null;
            sink.accept(new RunEvent.Stopped(Instant.now(), step, output, ledger));
        } else if (!spec.tuning().settings().getOrDefault("fault", "").equals("silent")) {
            sink.accept(new RunEvent.Finished(Instant.now(), step, "output", ledger));
        }
    }

    private static boolean stops(RunControl.Request request) {
        return switch (request) {
            case STOP, STOP_AND_KEEP, STOP_AND_DISCARD -> true;
            case NONE, CHECKPOINT, PAUSE, RESUME -> false;
        };
    }

    private static RunControl.Request pause(RunControl control) {
        try {
            RunControl.Request request = control.await();
            while (request == RunControl.Request.PAUSE) {
                request = control.await();
            }
            return request;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkpoint(CheckpointStore checkpoints, long step, RunSink sink) throws LuthierException {
        Path saved = checkpoints.save(step, folder -> Files.writeString(folder.resolve("state"), "" + step));
        sink.accept(new RunEvent.Checkpointed(Instant.now(), step, "checkpoints/" + saved.getFileName(), false, 1));
    }

    private static void fault(RunSpec spec, long step, RunSink sink) throws LuthierException {
        if (step != number(spec, "faultAt", 1)) {
            return;
        }
        switch (String.valueOf(spec.tuning().settings().getOrDefault("fault", ""))) {
            case "runtime" -> throw new IllegalStateException("a fault of the engine");
            case "memory" -> throw new OutOfMemoryError("no heap left");
            case "diverged" -> throw new LuthierException(new Failure.Diverged(step, "none"));
            case "exit" -> Runtime.getRuntime().halt(3);
            case "log" -> {
                for (int i = 1; i <= 30; i++) {
                    System.err.println("last words " + i);
                }
                Runtime.getRuntime().halt(4);
            }
            case "after-end" -> {
                sink.accept(new RunEvent.Failed(Instant.now(), step, new Failure.Diverged(step, "x")));
                throw new IllegalStateException("after the end");
            }
            default -> {}
        }
    }

    private static long number(RunSpec spec, String setting, long missing) {
        return spec.tuning().settings().get(setting) instanceof Number number ? number.longValue() : missing;
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// For the second JVM: the worker with this job and tasks that answer.
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            new WorkerMain(new FakeJob(), FakeTasks.all()).start(arguments);
        }
    }
}
