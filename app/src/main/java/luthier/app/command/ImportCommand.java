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
import luthier.core.run.LuthierException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a model folder of a GGUF file.
@Command(name = "import", mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    private final Tasks tasks;
    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "parameter.ggufFile")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "FOLDER", descriptionKey = "parameter.newModelFolder")
    private Path to = Path.of("");

    @Option(names = "--overwrite", descriptionKey = "option.overwrite")
    private boolean overwrite;

    public ImportCommand(Tasks tasks, Console console) {
        this.tasks = tasks;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException {
        Map<String, Object> request = Map.of(
                "file",
                file.toAbsolutePath().normalize(),
                "to",
                to.toAbsolutePath().normalize(),
                "overwrite",
                overwrite);
        Answer done = tasks.call("import", request, this::progress);
        if (console.terminal()) {
            console.out().println();
        }
        for (String notice : done.texts("notice")) {
            console.out().println(notice);
        }
        console.out().println(Messages.of("import.done", done.text("folder"), Figures.count(done.number("tensors"))));
        return ExitCode.OK.code();
    }

    private void progress(Answer line) {
        if (console.terminal()) {
            console.out()
                    .print("\r"
                            + Messages.of(
                                    "import.progress",
                                    String.valueOf(line.values().get("done")),
                                    String.valueOf(line.values().get("total"))));
            console.out().flush();
        }
    }
}
