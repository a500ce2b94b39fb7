package luthier.datasets.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Opens the records of a structured file, whatever holds them.
final class Rows {
    /// Keys of a column mapping that say how a table is cut, not which column plays a role.
    static final List<String> OPTIONS = List.of(TableDialect.QUOTE, TableHeader.HEADER);

    private Rows() {}

    /// A reader of the file's records; null when it is plain text.
    static @Nullable RowReader open(Path file, Map<String, String> options, Report report) throws IOException {
        Content content = Content.of(file);
        return switch (content.kind()) {
            case JSON_ARRAY -> new JsonArrayRows(file, report);
            case JSON_LINES -> new JsonLinesRows(file, report);
            case TABLE -> new TableRows(file, content.delimiter(), options, report);
            case PLAIN -> null;
        };
    }

    static Stream<Row> stream(RowReader reader) {
        Spliterator<Row> pulled = new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            public boolean tryAdvance(Consumer<? super Row> action) {
                try {
                    Row row = reader.next();
                    if (row != null) {
                        action.accept(row);
                    }
                    return row != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        return StreamSupport.stream(pulled, false).onClose(() -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
