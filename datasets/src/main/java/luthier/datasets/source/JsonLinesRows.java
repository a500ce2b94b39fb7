package luthier.datasets.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// One JSON object a line.
final class JsonLinesRows implements Pull<Row> {
    private final Lines lines;
    private final Report report;

    JsonLinesRows(Path file, Report report) throws IOException {
        this.lines = Lines.open(file, report);
        this.report = report;
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            Map<String, @Nullable Object> fields = line.text().isBlank() ? null : parse(line);
            if (fields != null) {
                return new Row(line.number(), fields);
            }
        }
        return null;
    }

    private @Nullable Map<String, @Nullable Object> parse(Lines.Line line) {
        try {
            return object(line, Json.STRICT_DOCUMENT.readValue(line.text(), Object.class));
        } catch (JacksonException strict) {
            return parseLeniently(line, strict);
        }
    }

    private @Nullable Map<String, @Nullable Object> parseLeniently(Lines.Line line, JacksonException strict) {
        try {
            Object value = Json.LENIENT_DOCUMENT.readValue(line.text(), Object.class);
            report.note(Defect.LENIENT_JSON, line.number(), null, "trailing comma or comment accepted.");
            return object(line, value);
        } catch (JacksonException _) {
            String cutOff = lines.endedWithoutLineEnd() ? "; the file may be cut off here" : "";
            report.note(
                    Defect.BROKEN_JSON,
                    line.number(),
                    null,
                    "not valid JSON at column " + strict.getLocation().getColumnNr() + " (" + Json.complaint(strict)
                            + "); the line was skipped" + cutOff + ".");
            return null;
        }
    }

    private @Nullable Map<String, @Nullable Object> object(Lines.Line line, @Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return Json.STRICT.convertValue(value, Json.OBJECT);
        }
        report.note(
                Defect.WRONG_TYPE,
                line.number(),
                null,
                "expected an object, found " + Json.kindOf(value) + "; the line was skipped.");
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
