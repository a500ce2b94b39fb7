package luthier.datasets.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.json.JsonMapper;

/// The objects of one JSON array, one at a time; the array is the whole file or a member of one object.
final class JsonArrayRows implements Pull<Row> {
    private final Path file;
    private final Report report;
    private TextInput text;
    private JsonMapper mapper = Json.STRICT;
    private JsonParser parser;
    private long elements;
    private boolean ended;
    private boolean lenienceNoted;
    private boolean entered;
    private boolean atFirstElement;

    JsonArrayRows(Path file, Report report) throws IOException {
        this.file = file;
        this.report = report;
        this.text = TextInput.open(file);
        this.parser = mapper.createParser(text);
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (!ended) {
            long line = 0;
            try {
                if (!enter()) {
                    ended = true;
                    return null;
                }
                JsonToken token = nextElement();
                noteLenience();
                if (token == JsonToken.END_ARRAY) {
                    end();
                    return null;
                }
                long start = parser.currentTokenLocation().getCharOffset();
                line = text.lineAt(start, false);
                Row row = element(line, start);
                elements++;
                if (row != null) {
                    return row;
                }
            } catch (StreamReadException e) {
                broken(e, line);
            }
        }
        return null;
    }

    private @Nullable Row element(long line, long start) {
        Map<String, @Nullable Object> fields = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            fields = mapper.readValue(parser, Json.OBJECT);
        } else {
            JsonToken found = parser.currentToken();
            parser.skipChildren();
            String kind = found == JsonToken.START_ARRAY ? "a list" : "a single value";
            report.note(
                    Defect.WRONG_TYPE, line, null, "expected an object, found " + kind + "; the record was skipped.");
        }
        long end = parser.currentLocation().getCharOffset();
        TextInput.BadByte bad = text.badByteBefore(end);
        if (bad != null) {
            report.note(Defect.ENCODING, bad.line(), null, bad.sentence());
            return null;
        }
        if (end - start > RecordLimit.CHARACTERS) {
            RecordLimit.report(report, line, end - start);
            return null;
        }
        return fields == null ? null : new Row(line, fields);
    }

    /// Moves to the array at the start of the file, or to the first list of objects in its one object.
    private boolean enter() {
        if (entered) {
            return true;
        }
        entered = true;
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            return true;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (parser.nextToken() == JsonToken.START_OBJECT) {
                atFirstElement = true;
                return true;
            } else {
                leaveArray();
            }
        }
        report.fatal(1, null, "one JSON object without a list of records; one object a line, or an array, is needed.");
        return false;
    }

    private JsonToken nextElement() {
        JsonToken token = atFirstElement ? parser.currentToken() : parser.nextToken();
        atFirstElement = false;
        return token;
    }

    private void leaveArray() {
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    private void noteLenience() {
        if (mapper == Json.LENIENT && !lenienceNoted) {
            lenienceNoted = true;
            report.note("trailing commas or comments accepted.");
        }
    }

    private void end() {
        ended = true;
        EndOfFile.report(text, report, elements);
    }

    private void broken(StreamReadException e, long recordLine) throws IOException {
        if (mapper == Json.STRICT && !atEnd(e)) {
            reopenLeniently();
            return;
        }
        end();
        if (text.cutShort()) {
            return;
        }
        if (atEnd(e)) {
            String where = recordLine > 0
                    ? "the file ends inside the record that begins here"
                    : "the file ends inside the list of records";
            long line = recordLine > 0 ? recordLine : e.getLocation().getLineNr();
            report.fatal(
                    line,
                    null,
                    where + ", after " + elements + (elements == 1 ? " whole one" : " whole ones")
                            + "; is it cut off?");
        } else {
            report.fatal(
                    e.getLocation().getLineNr(),
                    null,
                    "not valid JSON at column " + e.getLocation().getColumnNr() + " (" + Json.complaint(e) + ").");
        }
    }

    /// The parser has an exception of its own for the end inside a value, but not for the end between two.
    private static boolean atEnd(StreamReadException e) {
        return e instanceof UnexpectedEndOfInputException || Json.complaint(e).startsWith("Unexpected end-of-input");
    }

    /// Starts again with trailing commas and comments allowed, at the element that failed.
    private void reopenLeniently() throws IOException {
        parser.close();
        text.close();
        text = TextInput.open(file);
        mapper = Json.LENIENT;
        entered = false;
        parser = mapper.createParser(text);
        enter();
        for (long i = 0; i < elements; i++) {
            nextElement();
            parser.skipChildren();
        }
        text.badByteBefore(parser.currentLocation().getCharOffset());
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
