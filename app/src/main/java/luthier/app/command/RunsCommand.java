package luthier.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Messages;
import luthier.app.worker.Runs;
import luthier.core.client.RunFolder;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Lists the runs in a folder with their state and last figures.
@Command(name = "runs", mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
    private final Runs runs;
    private final Console console;

    @Parameters(paramLabel = "FOLDER", arity = "0..1", descriptionKey = "parameter.runsFolder")
    private Path folder = Path.of("runs");

    public RunsCommand(Runs runs, Console console) {
        this.runs = runs;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException {
        List<RunFolder> folders = folders();
        if (folders.isEmpty()) {
            console.out().println(Messages.of("runs.none", folder));
        }
        for (RunFolder run : folders) {
            console.out().println(RunSummary.read(run, runs.busy(run.path())).line());
        }
        return ExitCode.OK.code();
    }

    private List<RunFolder> folders() throws LuthierException {
        if (!Files.isDirectory(folder)) {
            throw new LuthierException(
                    new Failure.InvalidSpec(folder.toString(), "FOLDER", Messages.of("runs.noFolder")));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(RunFolder::new)
                    .filter(run -> Files.isRegularFile(run.specFile()))
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException e) {
            throw LuthierException.disk(folder, Messages.of("runs.operation"), e);
        }
    }
}
