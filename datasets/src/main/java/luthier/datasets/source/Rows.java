package luthier.datasets.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Opens the records of a structured file, whatever holds them.
final class Rows {
    /// Keys of a column mapping that say how a table is cut, not which column plays a role.
    static final List<String> OPTIONS = List.of(TableDialect.QUOTE, TableHeader.HEADER);

    private Rows() {}

    /// A reader of the file's records; null when it is plain text.
    static @Nullable Pull<Row> open(Path file, Map<String, String> options, Report report) throws IOException {
        Content content = Content.of(file);
        return switch (content.kind()) {
            case JSON_ARRAY -> new JsonArrayRows(file, report);
            case JSON_LINES -> new JsonLinesRows(file, report);
            case TABLE -> new TableRows(file, content.delimiter(), options, report);
            case PLAIN -> null;
        };
    }
}
