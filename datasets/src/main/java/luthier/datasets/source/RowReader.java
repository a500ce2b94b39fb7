package luthier.datasets.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Pulls records out of one file; after the last it has reported whatever was wrong.
interface RowReader extends Closeable {
    /// The next record, or null after the last.
    @Nullable
    Row next() throws IOException;

    @Override
    void close() throws IOException;
}
