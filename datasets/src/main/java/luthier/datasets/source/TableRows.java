package luthier.datasets.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// The records of a CSV or TSV file. Works one record ahead, since the next one's beginning is this one's end.
final class TableRows implements Pull<Row> {
    private final TextInput text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Report report;
    private final TableHeader header;
    private @Nullable CSVRecord ahead;
    private long lastLine;
    private long read;
    private boolean ended;

    TableRows(Path file, char delimiter, Map<String, String> options, Report report) throws IOException {
        TableDialect dialect = TableDialect.of(file, delimiter, options);
        this.report = report;
        this.text = TextInput.open(file);
        this.parser = dialect.parse(text);
        this.records = parser.iterator();
        this.header = dialect.first().isEmpty()
                ? new TableHeader(List.of(), false)
                : TableHeader.of(dialect.first(), options);
        if (dialect.chosenAgainstHabit()) {
            report.note(dialect.quoted() ? "fields are enclosed in quotes." : "quotes were taken as plain characters.");
        }
        ended = !header.usable(report);
        ahead = ended ? null : advance();
        if (header.present() && ahead != null) {
            lastLine = text.lineAt(ahead.getCharacterPosition(), true);
            ahead = advance();
        }
    }

    @Override
    public @Nullable Row next() {
        while (ahead != null) {
            CSVRecord record = ahead;
            lastLine = text.lineAt(record.getCharacterPosition(), true);
            ahead = advance();
            long end = ahead == null ? Long.MAX_VALUE : ahead.getCharacterPosition();
            Row row = row(record, lastLine, text.badByteBefore(end));
            if (row != null) {
                read++;
                return row;
            }
        }
        if (!ended) {
            ended = true;
            EndOfFile.report(text, report, read);
        }
        return null;
    }

    private @Nullable CSVRecord advance() {
        long begin = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            report.fatal(begin, null, sentence(String.valueOf(e.getCause().getMessage())));
            return null;
        }
    }

    private static String sentence(String complaint) {
        String advice = "; double the quotes inside a field, or map `" + TableDialect.QUOTE
                + "` to `none` when quotes are plain characters.";
        return (complaint.contains("EOF")
                        ? "a quote opens in the record that begins here and is never closed"
                        : "text follows a closing quote in the record that begins here")
                + advice;
    }

    private @Nullable Row row(CSVRecord record, long line, TextInput.@Nullable BadByte bad) {
        if (bad != null) {
            report.note(Defect.ENCODING, bad.line(), null, bad.sentence());
            return null;
        }
        long length = record.stream().mapToLong(String::length).sum();
        if (length > RecordLimit.CHARACTERS) {
            RecordLimit.report(report, line, length);
            return null;
        }
        List<String> names = header.names();
        int columns = header.endsUnnamed() ? names.size() - 1 : names.size();
        boolean extraBlank = record.size() == columns + 1
                && header.endsUnnamed()
                && record.get(columns).isBlank();
        if (record.size() != columns && !extraBlank) {
            String fields = record.size() == 1 ? "1 field" : record.size() + " fields";
            String expected = header.present() ? ", the header has " : ", the first record has ";
            report.note(Defect.FIELD_COUNT, line, null, fields + expected + columns + "; the record was skipped.");
            return null;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns; i++) {
            fields.put(names.get(i), record.get(i));
            if (TableDialect.overManyLines(record.get(i))) {
                report.note(
                        Defect.LONG_FIELD,
                        line,
                        names.get(i),
                        "spans more than 20 lines; a lone quote may have swallowed records.");
            }
        }
        if (header.present() && record.stream().map(String::strip).toList().equals(names)) {
            report.note(Defect.REPEATED_HEADER, line, null, "the header stands here again and was skipped.");
            return null;
        }
        return new Row(line, fields);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
