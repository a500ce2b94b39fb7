package luthier.datasets.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The usable lines of a text file, in order; the others are reported and left out.
public final class Lines implements AutoCloseable {
    private final TextInput text;
    private final BufferedReader reader;
    private final Report report;
    private long position;
    private long number;
    private long usable;
    private boolean endedWithoutLineEnd;

    private Lines(TextInput text, Report report) {
        this.text = text;
        this.reader = new BufferedReader(text);
        this.report = report;
    }

    public static Lines open(Path file, Report report) throws IOException {
        return new Lines(TextInput.open(file), report);
    }

    /// The next usable line, or null after the last.
    public @Nullable Line next() throws IOException {
        while (true) {
            StringBuilder content = new StringBuilder();
            long length = readLine(content);
            if (length < 0) {
                EndOfFile.report(text, report, usable);
                return null;
            }
            number++;
            position += length + 1;
            text.lineAt(position, false);
            TextInput.BadByte bad = text.badByteBefore(position);
            if (bad != null) {
                report.note(Defect.ENCODING, number, null, bad.sentence());
            } else if (length > RecordLimit.CHARACTERS) {
                RecordLimit.report(report, number, length);
            } else {
                usable++;
                return new Line(number, content.toString());
            }
        }
    }

    /// Whether the line last given is the file's last and has no line end, as when a file was cut off.
    public boolean endedWithoutLineEnd() {
        return endedWithoutLineEnd;
    }

    /// Reads up to the line end; keeps no more than the limit.
    ///
    /// @return the length of the line, or -1 at the end of the file
    private long readLine(StringBuilder content) throws IOException {
        long length = 0;
        while (true) {
            int character = reader.read();
            if (character == '\n') {
                return length;
            }
            if (character < 0) {
                endedWithoutLineEnd = length > 0;
                return length == 0 ? -1 : length;
            }
            if (length <= RecordLimit.CHARACTERS) {
                content.append((char) character);
            }
            length++;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// @param number 1-based
    public record Line(long number, String text) {}
}
