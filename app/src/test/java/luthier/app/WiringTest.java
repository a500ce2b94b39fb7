package luthier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import luthier.app.console.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class WiringTest {
    private final TestProgram program = TestProgram.withoutWorker();

    @Test
    void allCommandsAreThere() {
        assertThat(program.commandLine().getSubcommands())
                .containsOnlyKeys(
                        "run", "resume", "plan", "eval", "chat", "export", "logits", "import", "doctor", "runs", "demo",
                        "help");
    }

    @Test
    void theHelpOfEveryCommandSaysWhatItDoesAndHasAnExample() {
        for (CommandLine command : commands()) {
            String help = command.getUsageMessage();
            String name = command.getCommandSpec().qualifiedName(" ");
            assertThat(help.lines().findFirst().orElse("")).as(name).endsWith(".");
            assertThat(help).as(name).containsPattern("Example: luthier \\w");
        }
    }

    @Test
    void everyOptionAndParameterIsExplained() {
        for (CommandLine command : commands()) {
            for (ArgSpec argument : command.getCommandSpec().args()) {
                String text = String.join(" ", argument.description());
                assertThat(text)
                        .as("%s %s", command.getCommandName(), argument.paramLabel())
                        .isNotBlank()
                        .doesNotContain("{0}");
            }
        }
    }

    @Test
    void theHelpListsEveryExitCode() {
        for (CommandLine command : commands()) {
            List<String> lines = command.getUsageMessage().lines().toList();
            if (command.getCommandName().equals("help")) {
                continue;
            }
            for (ExitCode code : ExitCode.values()) {
                assertThat(lines)
                        .as("%s, %s", command.getCommandName(), code)
                        .anyMatch(line -> line.matches(" *" + code.code() + "   *\\w.*"));
            }
        }
    }

    @Test
    void helpAndVersionEndWell() {
        assertThat(program.run("--help")).isZero();
        assertThat(program.run("help")).isZero();
        assertThat(program.run("help", "run")).isZero();
        assertThat(program.run("--version")).isZero();
        assertThat(program.out.toString()).contains("Usage: luthier run").contains("Luthier ");
    }

    @Test
    void everyExampleParses() {
        for (CommandLine command : commands()) {
            for (String example : examples(command)) {
                String[] words = example.replaceAll("\"[^\"]*\"", "text").split(" ");
                CommandLine.ParseResult parsed = program.commandLine().parseArgs(words);
                assertThat(parsed.subcommand()).as(example).isNotNull();
            }
        }
    }

    private static List<String> examples(CommandLine command) {
        List<String> lines = command.getUsageMessage().lines().toList();
        int first = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("Example: "))
                .findFirst()
                .orElseThrow();
        return lines.subList(first, lines.size()).stream()
                .map(line -> line.replace("Example:", "").strip())
                .filter(line -> line.startsWith("luthier "))
                .map(line -> line.substring("luthier ".length()))
                .toList();
    }

    private List<CommandLine> commands() {
        List<CommandLine> commands = new ArrayList<>();
        commands.add(program.commandLine());
        commands.addAll(program.commandLine().getSubcommands().values());
        return commands;
    }
}
