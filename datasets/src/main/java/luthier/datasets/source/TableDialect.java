package luthier.datasets.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// How a table is cut into fields.
///
/// @param quoted whether `"` encloses fields; else it is a plain character
/// @param first its first records, the header among them
/// @param chosenAgainstHabit whether quotes are taken differently than usual for the delimiter
record TableDialect(char delimiter, boolean quoted, List<List<String>> first, boolean chosenAgainstHabit) {
    /// Option: `none` when quotes are plain characters, `double` when they enclose fields.
    static final String QUOTE = "quote";

    private static final int RECORDS = 1000;
    private static final int MANY_LINES = 20;

    /// Commas come with quotes and tabs without, unless the first records say otherwise.
    static TableDialect of(Path file, char delimiter, Map<String, String> options) throws IOException {
        boolean habit = delimiter != '\t';
        Probe quoted = probe(file, delimiter, true);
        Probe plain = probe(file, delimiter, false);
        String option = options.getOrDefault(QUOTE, "auto");
        boolean taken = switch (option) {
            case "none" -> false;
            case "double" -> true;
            default -> habit ? !(quoted.doubtful && plain.even()) : quoted.even() && !plain.even();
        };
        boolean against = option.equals("auto") && taken != habit;
        return new TableDialect(delimiter, taken, (taken ? quoted : plain).records, against);
    }

    CSVParser parse(TextInput text) throws IOException {
        return parser(text, delimiter, quoted);
    }

    private static CSVParser parser(TextInput text, char delimiter, boolean quoted) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quoted ? '"' : null)
                .setIgnoreEmptyLines(true)
                .get();
        return CSVParser.builder().setReader(text).setFormat(format).get();
    }

    private static Probe probe(Path file, char delimiter, boolean quoted) throws IOException {
        List<List<String>> records = new ArrayList<>();
        boolean doubtful = false;
        try (CSVParser parser = parser(TextInput.open(file), delimiter, quoted)) {
            for (CSVRecord record : parser) {
                records.add(record.toList());
                doubtful |= record.stream().anyMatch(TableDialect::overManyLines);
                if (records.size() == RECORDS) {
                    break;
                }
            }
        } catch (UncheckedIOException _) {
            doubtful = true;
        }
        return new Probe(records, doubtful);
    }

    /// Fields over this many lines are mostly the work of a lone quote.
    static boolean overManyLines(String field) {
        return field.chars()
                        .filter(character -> character == '\n')
                        .limit(MANY_LINES + 1L)
                        .count()
                > MANY_LINES;
    }

    private record Probe(List<List<String>> records, boolean doubtful) {
        /// Whether all records were read and have the same number of fields.
        boolean even() {
            return !doubtful && records.stream().map(List::size).distinct().count() == 1;
        }
    }
}
