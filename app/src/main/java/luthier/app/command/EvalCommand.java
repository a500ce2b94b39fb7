package luthier.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures a model on the evaluation examples: with the result of a run, or the untrained base of a project.
@Command(name = "eval", mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {
    private final Tasks tasks;
    private final Console console;

    @Parameters(paramLabel = "RUNFOLDER|PROJECT", descriptionKey = "parameter.evaluated")
    private Path target = Path.of("");

    @Mixin
    private RunSelection selection = new RunSelection();

    @Option(names = "--json", descriptionKey = "option.json.answer")
    private boolean json;

    public EvalCommand(Tasks tasks, Console console) {
        this.tasks = tasks;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException {
        Answer answer = tasks.call("eval", request(), TaskProgress.on(console));
        if (json) {
            console.out().println(answer.json());
            return ExitCode.OK.code();
        }
        console.out()
                .println(Messages.of(
                        "eval.result",
                        Figures.loss(answer.decimal("loss")),
                        Figures.rate(answer.decimal("perplexity")),
                        Figures.percent(answer.decimal("tokenAccuracy")),
                        Figures.count(answer.number("supervisedTokens"))));
        return ExitCode.OK.code();
    }

    private Map<String, Object> request() throws LuthierException {
        Map<String, Object> request = new HashMap<>();
        if (Files.isDirectory(target)) {
            RunFolder folder = RunFolder.open(target);
            request.put("spec", selection.changed(folder.spec()));
            request.put("runFolder", folder.path());
        } else {
            request.put("spec", selection.of(target, console));
        }
        return request;
    }
}
