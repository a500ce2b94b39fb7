package luthier.core.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.catalog.FormatInfo;

/// SPI: a kind of data file. Registered with `provides DatasetFormat with …`; of several that fit, the first
/// registered
/// is taken, so the more structured stand first.
public interface DatasetFormat {
    FormatInfo info();

    /// Whether the file's content (not its name alone) is of this format; reads no more than its first records.
    ///
    /// @param columns role to column; empty means guessed
    Recognition recognise(Path file, Map<String, String> columns) throws IOException;

    /// Streams the examples; the stream must be closed. Defects go to `problems`, never silently away.
    ///
    /// @param columns role to column; empty means guessed
    Stream<Located> read(Path file, Map<String, String> columns, Problems problems) throws IOException;

    /// An example and the line it began on.
    record Located(Example example, long line) {}
}
