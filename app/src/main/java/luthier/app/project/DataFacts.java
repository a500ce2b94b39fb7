package luthier.app.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a look at a data file says.
///
/// @param lines that hold anything
public record DataFacts(long bytes, long lines) {
    private static final int CHUNK_BYTES = 1 << 16;

    static DataFacts read(Path file) throws IOException {
        long lines = 0;
        boolean filled = false;
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                for (int i = 0; i < read; i++) {
                    if (chunk[i] == '\n') {
                        lines += filled ? 1 : 0;
                        filled = false;
                    } else if (chunk[i] > ' ' || chunk[i] < 0) {
                        filled = true;
                    }
                }
            }
        }
        return new DataFacts(Files.size(file), lines + (filled ? 1 : 0));
    }
}
