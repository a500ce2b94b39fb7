package luthier.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.worker.Chat;
import luthier.app.worker.ChatSettings;
import luthier.app.worker.Tasks;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Talks with a model, or with the result of a run.
@Command(name = "chat", mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {
    private final Tasks tasks;
    private final Console console;

    @Parameters(paramLabel = "MODELFOLDER|RUNFOLDER", descriptionKey = "parameter.chatted")
    private Path target = Path.of("");

    @Option(names = "--adapter", paramLabel = "FOLDER", descriptionKey = "option.adapter")
    private @Nullable Path adapter;

    @Option(names = "--precision", paramLabel = "fp32|bf16", descriptionKey = "option.precision")
    private @Nullable String precision;

    @Option(names = "--prompt", paramLabel = "TEXT", descriptionKey = "option.prompt")
    private @Nullable String prompt;

    @Option(names = "--system", paramLabel = "TEXT", descriptionKey = "option.system")
    private @Nullable String system;

    @Option(names = "--max-new-tokens", paramLabel = "N", descriptionKey = "option.maxNewTokens")
    private int maxNewTokens = 256;

    @Option(names = "--temperature", paramLabel = "T", descriptionKey = "option.temperature")
    private double temperature = 0.7;

    @Option(names = "--top-p", paramLabel = "P", descriptionKey = "option.topP")
    private double topP = 0.95;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.seed")
    private long seed = 42;

    public ChatCommand(Tasks tasks, Console console) {
        this.tasks = tasks;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException {
        ChatTarget chosen = ChatTarget.of(target, adapter, precision);
        ChatSettings settings = new ChatSettings(
                chosen.model(), chosen.adapter(), chosen.precision(), maxNewTokens, temperature, topP, seed, system);
        try (Chat chat = Chat.open(tasks, settings)) {
            if (prompt == null) {
                converse(chat);
            } else {
                answer(chat, prompt);
            }
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.DiskFailure(
                            Messages.of("chat.input"), Messages.of("chat.reading"), String.valueOf(e.getMessage())),
                    e);
        }
        return ExitCode.OK.code();
    }

    private void converse(Chat chat) throws LuthierException, IOException {
        console.err().println(chat.info());
        console.err().println(Messages.of("chat.help"));
        String line = nextLine();
        while (line != null) {
            if (!line.isBlank()) {
                Chat.End end = answer(chat, line.strip());
                console.err()
                        .println(Messages.of(
                                "chat.end." + end.reason(),
                                Figures.count(end.tokens()),
                                Figures.rate(end.tokensPerSecond())));
            }
            line = nextLine();
        }
    }

    private @Nullable String nextLine() throws IOException {
        console.err().print("> ");
        console.err().flush();
        return console.in().readLine();
    }

    private Chat.End answer(Chat chat, String text) throws LuthierException {
        Chat.End end = chat.say(text, piece -> {
            console.out().print(piece);
            console.out().flush();
        });
        console.out().println();
        return end;
    }
}
