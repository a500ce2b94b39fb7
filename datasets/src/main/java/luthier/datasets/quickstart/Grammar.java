package luthier.datasets.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Word lists and rules, read from resources.
///
/// In a resource, a line `= kind` starts a list of words with commas between them, each `base form:value
/// form:value`. A
/// line `> rule` starts the alternatives of a rule, one each line. A line that begins with `#` is a note. [Expansion]
/// tells what may stand in an alternative.
final class Grammar {
    private final Map<String, List<Word>> words = new HashMap<>();
    private final Map<String, List<String>> rules = new HashMap<>();

    static Grammar of(String... resources) {
        Grammar grammar = new Grammar();
        for (String resource : resources) {
            grammar.add(resource);
        }
        return grammar;
    }

    List<Word> words(String kind) {
        return known(words, kind, "list of words");
    }

    List<String> alternatives(String rule) {
        return known(rules, rule, "rule");
    }

    private static <T> List<T> known(Map<String, List<T>> lists, String name, String what) {
        List<T> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no " + what + " is called " + name);
        }
        return list;
    }

    private void add(String resource) {
        try (InputStream stream = Grammar.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            String section = "";
            String line;
            while ((line = reader.readLine()) != null) {
                if (line.startsWith("= ") || line.startsWith("> ")) {
                    section = line;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    entry(section, line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void entry(String section, String line) {
        String name = section.substring(2).strip();
        if (section.startsWith(">")) {
            rules.computeIfAbsent(name, key -> new ArrayList<>()).add(line);
            return;
        }
        List<Word> list = words.computeIfAbsent(name, key -> new ArrayList<>());
        for (String entry : line.split(",")) {
            if (!entry.isBlank()) {
                list.add(word(entry.strip()));
            }
        }
    }

    /// Blanks in the base are kept; a form is what has a colon, with `_` for a blank in it.
    private static Word word(String entry) {
        StringBuilder base = new StringBuilder();
        Map<String, String> forms = new LinkedHashMap<>();
        for (String part : entry.split(" ")) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                base.append(base.isEmpty() ? "" : " ").append(part);
            } else {
                forms.put(part.substring(0, colon), part.substring(colon + 1).replace('_', ' '));
            }
        }
        return new Word(base.toString(), forms);
    }
}
