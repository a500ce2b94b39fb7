package luthier.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.worker.Answer;
import luthier.app.worker.Tasks;
import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a run's result for other programs.
@Command(name = "export", mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    private final Tasks tasks;
    private final Console console;

    @Parameters(paramLabel = "RUNFOLDER", descriptionKey = "parameter.runFolder")
    private Path folder = Path.of("");

    @Option(names = "--to", paramLabel = "FOLDER", required = true, descriptionKey = "option.to")
    private Path to = Path.of("");

    @Option(names = "--merged", descriptionKey = "option.merged")
    private boolean merged;

    public ExportCommand(Tasks tasks, Console console) {
        this.tasks = tasks;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException {
        RunFolder run = RunFolder.open(folder);
        Answer done = tasks.call(
                        "export",
                        Map.of(
                                "runFolder",
                                run.path(),
                                "to",
                                to.toAbsolutePath().normalize(),
                                "merged",
                                merged),
                        TaskProgress.on(console))
                .object("done");
        console.out().println(Messages.of("export.done", done.text("folder"), Figures.bytes(done.number("bytes"))));
        return ExitCode.OK.code();
    }
}
