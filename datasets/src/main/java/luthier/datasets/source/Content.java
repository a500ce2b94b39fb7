package luthier.datasets.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What kind of text a file holds, told by its first lines; the name only helps where these leave a doubt.
///
/// @param delimiter of a table; 0 otherwise
record Content(Kind kind, char delimiter) {
    private static final int LINES = 50;
    private static final int CHARACTERS = 1 << 16;
    private static final char[] DELIMITERS = {'\t', ';', ','};

    enum Kind {
        JSON_ARRAY,
        JSON_LINES,
        TABLE,
        PLAIN
    }

    static Content of(Path file) throws IOException {
        List<String> lines = firstLines(file);
        String start = lines.isEmpty() ? "" : lines.getFirst().stripLeading();
        if (start.startsWith("{")) {
            return json(lines);
        }
        String name = extensionOf(file);
        if (start.startsWith("[") && (startsArray(lines) || name.equals("json") || name.equals("jsonl"))) {
            return new Content(Kind.JSON_ARRAY, (char) 0);
        }
        Character delimiter = delimiter(lines, name);
        return delimiter == null ? new Content(Kind.PLAIN, (char) 0) : new Content(Kind.TABLE, delimiter);
    }

    private static Content json(List<String> lines) {
        String first = lines.getFirst().strip();
        // A first line longer than what is looked at has no end here.
        boolean ended = first.endsWith("}") || lines.size() == 1;
        boolean whole = first.length() > 1
                && ended
                && lines.stream().allMatch(line -> line.stripLeading().startsWith("{"));
        boolean alone = lines.stream().limit(5).anyMatch(Content::parsesAlone);
        return new Content(whole && !opensList(first) || alone ? Kind.JSON_LINES : Kind.JSON_ARRAY, (char) 0);
    }

    /// `{"data": [{…}, …]}` on one line is an object around its records, not a record.
    private static boolean opensList(String first) {
        return first.matches("(?s)\\{\\s*\"(data|examples|train|records|rows)\"\\s*:\\s*\\[\\s*\\{.*");
    }

    private static boolean parsesAlone(String line) {
        String stripped = line.strip();
        if (!stripped.startsWith("{") || opensList(stripped)) {
            return false;
        }
        try {
            Json.LENIENT_DOCUMENT.readTree(stripped);
            return true;
        } catch (JacksonException _) {
            return false;
        }
    }

    /// Plain text may begin with a bracket too: an array goes on with an object, a comment or its end.
    private static boolean startsArray(List<String> lines) {
        String text = String.join("\n", lines).strip();
        return text.matches("(?s)\\[\\s*([{\\]/\"\\[].*)?");
    }

    private static @Nullable Character delimiter(List<String> lines, String extension) {
        boolean prose = extension.equals("txt") || extension.equals("md") || extension.equals("text");
        for (char delimiter : DELIMITERS) {
            if (prose && delimiter != '\t') {
                return null;
            }
            if (agrees(lines, delimiter)) {
                return delimiter;
            }
        }
        return switch (extension) {
            case "csv" -> ',';
            case "tsv", "tab" -> '\t';
            default -> null;
        };
    }

    private static boolean agrees(List<String> lines, char delimiter) {
        long expected =
                lines.stream().findFirst().map(line -> count(line, delimiter)).orElse(0L);
        long agreeing = lines.stream()
                .filter(line -> count(line, delimiter) == expected)
                .count();
        return expected > 0 && agreeing * 2 > lines.size();
    }

    /// Delimiters outside quotes.
    private static long count(String line, char delimiter) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            quoted ^= character == '"' && delimiter != '\t';
            count += character == delimiter && !quoted ? 1 : 0;
        }
        return count;
    }

    private static List<String> firstLines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(TextInput.open(file))) {
            char[] start = new char[CHARACTERS];
            int length = 0;
            for (int count = 0; count >= 0 && length < start.length; length += Math.max(0, count)) {
                count = reader.read(start, length, start.length - length);
            }
            new String(start, 0, length)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .limit(LINES)
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String extensionOf(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
