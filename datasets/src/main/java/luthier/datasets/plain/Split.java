package luthier.datasets.plain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import luthier.core.data.Problems;
import luthier.datasets.source.Lines;
import luthier.datasets.source.Report;
import org.jspecify.annotations.Nullable;

/// What a document is in a plain file.
enum Split {
    BLANK_LINE("blank-line"),
    LINE("line"),
    FILE("file");

    static final List<String> NAMES =
            Arrays.stream(values()).map(split -> split.id).toList();

    private static final int LINES = 10_000;

    private final String id;

    Split(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static @Nullable Split named(String id) {
        return Arrays.stream(values())
                .filter(split -> split.id.equals(id))
                .findFirst()
                .orElse(null);
    }

    /// Blank lines when there are at least two among the first lines, else each line.
    static Split of(Path file) throws IOException {
        try (Lines lines = Lines.open(file, new Report(file, new Problems()))) {
            int blank = 0;
            Lines.Line line = lines.next();
            for (int i = 0; i < LINES && line != null && blank < 2; i++) {
                blank += line.text().isBlank() ? 1 : 0;
                line = lines.next();
            }
            return blank < 2 ? LINE : BLANK_LINE;
        }
    }
}
