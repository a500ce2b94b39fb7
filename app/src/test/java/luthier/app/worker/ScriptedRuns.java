package luthier.app.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSink;
import luthier.core.run.RunSpec;

/// Runs that go through events a test gives, and remember what was asked of them.
public final class ScriptedRuns implements Runs, Interrupts {
    public final List<RunSpec> started = new ArrayList<>();
    public final List<Path> folders = new ArrayList<>();
    public final List<RunControl.Request> requests = new ArrayList<>();
    public boolean killed;
    public boolean busy;

    private final List<RunEvent> events;
    private final int interruptsBeforeEnd;
    private Runnable handler = () -> {};

    /// @param interruptsBeforeEnd how often Ctrl+C is pressed before the last event
    public ScriptedRuns(List<RunEvent> events, int interruptsBeforeEnd) {
        this.events = events;
        this.interruptsBeforeEnd = interruptsBeforeEnd;
    }

    @Override
    public ActiveRun start(RunSpec spec, Path folder) {
        started.add(spec);
        folders.add(folder);
        return new ScriptedRun(new RunFolder(folder));
    }

    @Override
    public ActiveRun resume(Path folder) {
        folders.add(folder);
        return new ScriptedRun(new RunFolder(folder));
    }

    @Override
    public ActiveRun attach(Path folder, long firstByte) {
        folders.add(folder);
        return new ScriptedRun(new RunFolder(folder));
    }

    @Override
    public boolean busy(Path folder) {
        return busy;
    }

    @Override
    public Listening listen(Runnable handler) {
        this.handler = handler;
        return () -> this.handler = () -> {};
    }

    private final class ScriptedRun implements ActiveRun {
        private final RunFolder folder;

        ScriptedRun(RunFolder folder) {
            this.folder = folder;
        }

        @Override
        public RunFolder folder() {
            return folder;
        }

        @Override
        public void follow(RunSink sink) throws LuthierException {
            for (RunEvent event : events) {
                if (event.end()) {
                    for (int i = 0; i < interruptsBeforeEnd; i++) {
                        handler.run();
                    }
                }
                sink.accept(event);
            }
        }

        @Override
        public void request(RunControl.Request request) {
            requests.add(request);
        }

        @Override
        public void kill() {
            killed = true;
        }
    }
}
