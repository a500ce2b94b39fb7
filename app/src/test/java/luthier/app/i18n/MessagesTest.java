package luthier.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luthier.app.TestProgram;
import luthier.core.run.Failure;
import luthier.core.run.MemoryCause;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern USE =
            Pattern.compile("Messages\\.of\\(\\s*(?:\\w+ \\? )?\"([^\"]+)\"(?: : \"([^\"]+)\")?");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[a-z]\\w*\\.)+\\w+)\"");

    @Test
    void everyKeyInTheSourcesHasAText() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : sources()) {
            Matcher use = USE.matcher(Files.readString(source));
            while (use.find()) {
                // a key that ends in a dot is completed with the name of an enum constant or a word of the worker
                Stream.of(1, 2)
                        .map(use::group)
                        .filter(key -> key != null && !key.endsWith("."))
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(Messages.forHelp().keySet()).containsAll(used);
    }

    @Test
    void everyFailureHasAText() {
        for (Class<?> kind : Failure.class.getPermittedSubclasses()) {
            String name = kind.getSimpleName();
            assertThat(Messages.forHelp().keySet())
                    .contains("failure." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
    }

    @Test
    void everyCauseOfMemoryHasAText() {
        assertThat(Messages.forHelp().keySet()).containsAll(memoryCauses());
    }

    @Test
    void noTextIsUnused() throws IOException {
        Set<String> used = new TreeSet<>(memoryCauses());
        used.addAll(List.of("plan.activations.keep", "plan.activations.recompute", "plan.activations.mixed"));
        used.addAll(List.of("chat.end.stop", "chat.end.length"));
        for (Path source : sources()) {
            Matcher literal = LITERAL.matcher(Files.readString(source));
            while (literal.find()) {
                used.add(literal.group(1));
            }
        }
        used.add("error");
        CommandLine program = TestProgram.withoutWorker().commandLine();
        Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
                .map(command -> command.getCommandSpec().qualifiedName("."))
                .forEach(name -> used.addAll(List.of(name + ".usage.header", name + ".usage.footer")));
        Set<String> unused = new TreeSet<>(Messages.forHelp().keySet());
        unused.removeAll(used);
        unused.removeIf(key -> key.startsWith("usage.exitCodeList"));
        assertThat(unused).isEmpty();
    }

    @Test
    void argumentsTakeTheirPlaces() {
        assertThat(Messages.of("progress.step", "3", "$1{0}")).isEqualTo("step 3/$1{0}");
    }

    private static List<String> memoryCauses() {
        return Arrays.stream(MemoryCause.values())
                .map(cause -> "memory.cause." + cause.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
