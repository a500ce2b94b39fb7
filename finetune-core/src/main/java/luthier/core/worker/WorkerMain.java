package luthier.core.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import luthier.core.client.EventLog;
import luthier.core.client.RunFolder;
import luthier.core.client.RunLock;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import luthier.core.worker.task.TaskChannel;
import luthier.core.worker.task.WorkerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The worker process: `run FOLDER`, `resume FOLDER` or `task NAME`.
///
/// A run tells everything through its folder, see [RunFolder]; standard output and error are its log. A task reads its
/// request as the first line of standard input and answers in JSON lines on standard output. This class is the one
/// place where any fault whatever is caught: it becomes a [Failure.EngineFault] and the log gets the trace. For the
/// exit codes see [ExitCode].
public final class WorkerMain {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMain.class);

    private final TrainingJob job;
    private final List<WorkerTask> tasks;

    public WorkerMain(TrainingJob job, List<WorkerTask> tasks) {
        this.job = job;
        this.tasks = List.copyOf(tasks);
    }

    public static void main(String[] arguments) {
        new WorkerMain(WorkerTasks.trainingJob(), WorkerTasks.tasks()).start(arguments);
    }

    /// Does what the arguments say and ends the process.
    public void start(String... arguments) {
        System.exit(perform(List.of(arguments)).code());
    }

    private ExitCode perform(List<String> arguments) {
        String verb = arguments.size() == 2 ? arguments.getFirst() : "";
        return switch (verb) {
            case "run" -> session(Path.of(arguments.get(1)), false);
            case "resume" -> session(Path.of(arguments.get(1)), true);
            case "task" -> task(arguments.get(1));
            default -> {
                LOG.error("the worker takes `run FOLDER`, `resume FOLDER` or `task NAME`, not {}", arguments);
                yield ExitCode.USAGE;
            }
        };
    }

    private ExitCode session(Path path, boolean resume) {
        ControlQueue queue = new ControlQueue();
        try (StopOnSignal _ = StopOnSignal.install(queue)) {
            RunFolder folder = RunFolder.open(path);
            try (RunLock _ = RunLock.take(folder);
                    EventLog events = EventLog.open(folder)) {
                LOG.info(
                        "{} {} as process {}",
                        resume ? "resuming" : "running",
                        folder.path(),
                        ProcessHandle.current().pid());
                return train(folder, resume, events, queue);
            }
        } catch (LuthierException e) {
            // The folder is not this process's to write into, so the exit code and the log must tell.
            LOG.error("the run cannot be begun: {}", e.failure(), e);
            return ExitCode.FAILED;
        } catch (IOException e) {
            LOG.error("the run's files cannot be closed", e);
            return ExitCode.FAILED;
        }
    }

    private ExitCode train(RunFolder folder, boolean resume, EventLog events, ControlQueue queue)
            throws LuthierException {
        try (ControlSocket _ = ControlSocket.open(folder, queue)) {
            job.run(folder.spec(), folder, resume, events, queue);
            if (!events.ended()) {
                throw new IllegalStateException("the training job returned without an end event");
            }
            return ExitCode.DONE;
        } catch (LuthierException e) {
            LOG.error("the run failed: {}", e.failure(), e);
            fail(events, e.failure());
            return ExitCode.FAILED;
        } catch (Throwable e) {
            LOG.error("engine fault", e);
            fail(events, new Failure.EngineFault(e.toString()));
            return ExitCode.FAULT;
        }
    }

    private static void fail(EventLog events, Failure failure) throws LuthierException {
        if (!events.ended()) {
            events.accept(new RunEvent.Failed(Instant.now(), events.lastStep(), failure));
        }
    }

    private ExitCode task(String name) {
        StreamTaskChannel channel = new StreamTaskChannel(System.in, new FileOutputStream(FileDescriptor.out));
        // Whatever else prints must not get between the task's lines.
        System.setOut(System.err);
        try {
            try {
                perform(name, channel);
                return ExitCode.DONE;
            } catch (LuthierException e) {
                LOG.info("task {} failed", name, e);
                channel.send(Map.of("failure", JsonLine.map(e.failure())));
                return ExitCode.FAILED;
            } catch (Throwable e) {
                LOG.error("engine fault in task {}", name, e);
                channel.send(Map.of("failure", JsonLine.map(new Failure.EngineFault(e.toString()))));
                return ExitCode.FAULT;
            }
        } catch (LuthierException e) {
            LOG.error("nobody hears how task {} ended", name, e);
            return ExitCode.FAILED;
        }
    }

    private void perform(String name, TaskChannel channel) throws LuthierException {
        Map<String, Object> request = channel.receive();
        if (request == null) {
            throw new LuthierException(
                    new Failure.InvalidSpec("standard input", "request", "is missing: the first line must be JSON"));
        }
        for (WorkerTask task : tasks) {
            if (task.name().equals(name)) {
                task.perform(request, channel);
                return;
            }
        }
        List<String> names = tasks.stream().map(WorkerTask::name).toList();
        throw new LuthierException(
                new Failure.InvalidSpec("worker", "task", "`" + name + "` is not one of: " + String.join(", ", names)));
    }
}
