package luthier.app.worker;

import java.nio.file.Path;
import luthier.core.client.RunFolder;
import luthier.core.client.RunHandle;
import luthier.core.client.RunLauncher;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunSink;
import luthier.core.run.RunSpec;

/// Runs in worker processes of their own.
public record ProcessRuns(RunLauncher launcher) implements Runs {
    @Override
    public ActiveRun start(RunSpec spec, Path folder) throws LuthierException {
        return new ProcessRun(launcher.start(spec, folder));
    }

    @Override
    public ActiveRun resume(Path folder) throws LuthierException {
        return new ProcessRun(launcher.resume(folder));
    }

    @Override
    public ActiveRun attach(Path folder, long firstByte) throws LuthierException {
        return new ProcessRun(launcher.attach(folder, firstByte));
    }

    @Override
    public boolean busy(Path folder) throws LuthierException {
        return launcher.attach(folder).alive();
    }

    private record ProcessRun(RunHandle handle) implements ActiveRun {
        @Override
        public RunFolder folder() {
            return handle.folder();
        }

        @Override
        public void follow(RunSink sink) throws LuthierException, InterruptedException {
            handle.follow(sink);
        }

        @Override
        public void request(RunControl.Request request) throws LuthierException, InterruptedException {
            handle.request(request);
        }

        @Override
        public void kill() {
            handle.kill();
        }
    }
}
