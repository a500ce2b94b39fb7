package luthier.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import luthier.app.progress.RunSession;
import luthier.app.worker.Runs;
import luthier.core.run.LuthierException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Continues a run from its latest checkpoint.
@Command(name = "resume", mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {
    private final Runs runs;
    private final RunSession session;

    @Parameters(paramLabel = "RUNFOLDER", descriptionKey = "parameter.runFolder")
    private Path folder = Path.of("");

    @Option(names = "--json", descriptionKey = "option.json.events")
    private boolean json;

    public ResumeCommand(Runs runs, RunSession session) {
        this.runs = runs;
        this.session = session;
    }

    @Override
    public Integer call() throws LuthierException, InterruptedException {
        return session.follow(runs.resume(folder), json).exitCode().code();
    }
}
