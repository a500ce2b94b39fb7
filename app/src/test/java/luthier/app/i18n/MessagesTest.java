package luthier.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luthier.app.TestProgram;
import luthier.core.catalog.Field;
import luthier.core.catalog.registered.Catalog;
import luthier.core.run.Failure;
import luthier.core.run.MemoryCause;
import luthier.ui.UiResources;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path LAYOUTS = Path.of("../ui-resources/src/main/resources/luthier/ui/fxml");
    private static final Path TEXTS = Path.of("../ui-resources/src/main/resources/luthier/ui/i18n");
    private static final Pattern LAYOUT_KEY = Pattern.compile("\"%([\\w.]+)\"");
    private static final List<String> GENERATED = List.of(
            "page.",
            "action.",
            "theme.",
            "language.",
            "activations.",
            "schedule.",
            "preset.",
            "chart.",
            "compare.column.",
            "run.state.",
            "runs.over.");
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
        assertThat(allKeys()).containsAll(used);
    }

    @Test
    void everyFailureHasAText() {
        for (Class<?> kind : Failure.class.getPermittedSubclasses()) {
            String name = kind.getSimpleName();
            assertThat(allKeys())
                    .contains("failure." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
    }

    @Test
    void everyCauseOfMemoryHasAText() {
        assertThat(allKeys()).containsAll(memoryCauses());
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
        used.addAll(generatedKeys());
        for (Path layout : files(LAYOUTS, ".fxml")) {
            Matcher place = LAYOUT_KEY.matcher(Files.readString(layout));
            while (place.find()) {
                used.add(place.group(1));
            }
        }
        CommandLine program = TestProgram.withoutWorker().commandLine();
        Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
                .map(command -> command.getCommandSpec().qualifiedName("."))
                .forEach(name -> used.addAll(List.of(name + ".usage.header", name + ".usage.footer")));
        Set<String> unused = new TreeSet<>(allKeys());
        unused.removeAll(used);
        unused.removeIf(key -> key.startsWith("usage.exitCodeList"));
        assertThat(unused).isEmpty();
    }

    @Test
    void argumentsTakeTheirPlaces() {
        assertThat(Messages.of("progress.step", "3", "$1{0}")).isEqualTo("step 3/$1{0}");
    }

    @Test
    void everyLanguageOfTheWindowHasTheSameTexts() throws IOException {
        Set<String> english = UiResources.texts(Locale.ROOT).keySet();
        for (Locale language : List.of(Locale.GERMAN, Locale.CHINESE)) {
            assertThat(UiResources.texts(language).getLocale()).isEqualTo(language);
            // the bundle would also show what it inherits from the English one
            assertThat(fileKeys(language)).as("%s", language).isEqualTo(new TreeSet<>(english));
        }
    }

    @Test
    void placesAreTheSameInEveryLanguage() {
        ResourceBundle english = UiResources.texts(Locale.ROOT);
        for (Locale language : List.of(Locale.GERMAN, Locale.CHINESE)) {
            ResourceBundle texts = UiResources.texts(language);
            for (String key : english.keySet()) {
                assertThat(places(texts.getString(key)))
                        .as("%s %s", language, key)
                        .isEqualTo(places(english.getString(key)));
            }
        }
    }

    @Test
    void everyLayoutFindsItsTexts() throws IOException {
        for (Path layout : files(LAYOUTS, ".fxml")) {
            Matcher place = LAYOUT_KEY.matcher(Files.readString(layout));
            while (place.find()) {
                assertThat(UiResources.texts(Locale.ROOT).keySet())
                        .as("%s", layout)
                        .contains(place.group(1));
            }
        }
    }

    @Test
    void everySettingOfEveryMethodHasALabelAndHelp() {
        assertThat(UiResources.texts(Locale.ROOT).keySet()).containsAll(methodKeys());
    }

    private static Set<String> methodKeys() {
        Set<String> keys = new TreeSet<>();
        Catalog catalog = Catalog.load();
        catalog.tunings().forEach(info -> addKeys(keys, "tuning." + info.id(), info.fields()));
        catalog.optimizers().forEach(info -> addKeys(keys, "optimizer." + info.id(), info.fields()));
        return keys;
    }

    private static void addKeys(Set<String> keys, String method, List<Field> fields) {
        keys.add(method + ".name");
        for (Field field : fields) {
            keys.add(method + "." + field.name() + ".label");
            keys.add(method + "." + field.name() + ".help");
        }
    }

    // Keys that the sources put together of a fixed part and a name.
    private static Set<String> generatedKeys() throws IOException {
        Set<String> keys = methodKeys();
        UiResources.texts(Locale.ROOT).keySet().stream()
                .filter(key -> GENERATED.stream().anyMatch(key::startsWith))
                .forEach(keys::add);
        StringBuilder sources = new StringBuilder();
        for (Path source : sources()) {
            sources.append(Files.readString(source));
        }
        // fields that all runs have: the sources name them without their ending
        for (String key : UiResources.texts(Locale.ROOT).keySet()) {
            for (String ending : List.of(".label", ".help", ".source")) {
                if (key.endsWith(ending)
                        && sources.indexOf("\"" + key.substring(0, key.length() - ending.length()) + "\"") >= 0) {
                    keys.add(key);
                }
            }
        }
        keys.addAll(List.of("yes", "no"));
        return keys;
    }

    private static Set<String> allKeys() {
        Set<String> keys = new TreeSet<>(Messages.forHelp().keySet());
        keys.addAll(UiResources.texts(Locale.ROOT).keySet());
        return keys;
    }

    private static Set<String> fileKeys(Locale language) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String line : Files.readAllLines(TEXTS.resolve("messages_" + language.getLanguage() + ".properties"))) {
            if (line.contains("=") && !line.startsWith("#")) {
                keys.add(line.substring(0, line.indexOf('=')));
            }
        }
        return keys;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("\\{\\d}").matcher(text);
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }

    private static List<String> memoryCauses() {
        return Arrays.stream(MemoryCause.values())
                .map(cause -> "memory.cause." + cause.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        return files(SOURCES, ".java");
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
