package luthier.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Messages;
import luthier.app.worker.Tasks;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a model's logits, for scripts that compare them with another program's.
@Command(name = "logits", hidden = true, mixinStandardHelpOptions = true)
public final class LogitsCommand implements Callable<Integer> {
    private final Tasks tasks;
    private final Console console;

    @Parameters(paramLabel = "MODELFOLDER", descriptionKey = "parameter.modelFolder")
    private Path model = Path.of("");

    @Option(names = "--adapter", paramLabel = "FOLDER", descriptionKey = "option.adapter")
    private @Nullable Path adapter;

    @Option(names = "--ids", paramLabel = "FILE", required = true, descriptionKey = "option.ids")
    private Path ids = Path.of("");

    @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "option.toFile")
    private Path to = Path.of("");

    @Option(names = "--new-tokens", paramLabel = "N", descriptionKey = "option.newTokens")
    private int newTokens;

    @Option(
            names = "--precision",
            paramLabel = "fp32|bf16",
            defaultValue = "fp32",
            descriptionKey = "option.computePrecision")
    private String precision = "fp32";

    public LogitsCommand(Tasks tasks, Console console) {
        this.tasks = tasks;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("model", absolute(model));
        request.put("adapter", adapter == null ? null : absolute(adapter));
        request.put("ids", rows());
        request.put("to", absolute(to));
        request.put("precision", precision);
        request.put("newTokens", newTokens);
        console.out()
                .println(tasks.call("logits", request, TaskProgress.on(console)).json());
        return ExitCode.OK.code();
    }

    private Object rows() throws LuthierException {
        try {
            Object rows = JsonLine.object(ids.toString(), Files.readString(ids)).get("ids");
            if (rows != null) {
                return rows;
            }
            throw new LuthierException(new Failure.InvalidSpec(ids.toString(), "ids", Messages.of("logits.noIds")));
        } catch (IOException e) {
            throw LuthierException.disk(ids, Messages.of("logits.reading"), e);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
