package luthier.core.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Starts runs in worker processes. A worker lives on when the process that started it ends.
public final class RunLauncher {
    private final WorkerCommand command;

    public RunLauncher(WorkerCommand command) {
        this.command = command;
    }

    /// A new run in a new folder.
    public RunHandle start(RunSpec spec, Path path) throws LuthierException {
        RunFolder folder = RunFolder.create(path, spec);
        return new RunHandle(folder, launch("run", folder, spec), 0);
    }

    /// Continues a run from its latest checkpoint. The handle follows what comes from now on.
    public RunHandle resume(Path path) throws LuthierException {
        RunFolder folder = RunFolder.open(path);
        RunSpec spec = folder.spec();
        try {
            RunLock lock = RunLock.tryTakePatiently(folder);
            if (lock == null) {
                throw new LuthierException(new Failure.RunInUse(folder.path().toString(), RunLock.holder(folder)));
            }
            lock.close();
            EventTail earlier = new EventTail(folder.events(), 0);
            earlier.read();
            return new RunHandle(folder, launch("resume", folder, spec), earlier.position());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LuthierException(new Failure.EngineFault("interrupted while a run was resumed"), e);
        } catch (IOException e) {
            throw LuthierException.disk(folder.path(), "the run folder", e);
        }
    }

    /// Follows a run that someone else started, from its first event, whether it still goes on or not.
    public RunHandle attach(Path path) throws LuthierException {
        return attach(path, 0);
    }

    /// Like [#attach(Path)], for someone who has read the events so far.
    ///
    /// @param firstByte beginning of the first line still to be told; where the lines before end the run, the
    ///     beginning of its end, for a run without an end is taken for dead
    public RunHandle attach(Path path, long firstByte) throws LuthierException {
        return new RunHandle(RunFolder.open(path), null, firstByte);
    }

    private Process launch(String verb, RunFolder folder, RunSpec spec) throws LuthierException {
        ProcessBuilder builder = command.process(
                List.of(verb, folder.path().toString()), spec.training().threads());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.EngineFault("the worker process cannot be started: " + e.getMessage()), e);
        }
    }
}
