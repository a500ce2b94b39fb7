package luthier.core.data.tokens;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import luthier.core.run.LuthierException;

/// Where the reference vectors lie.
public final class Fixtures {
    private Fixtures() {}

    /// In the folder named by `luthier.fixtures`, else in this module's copy.
    public static Path file(String path) {
        String folder = System.getProperty("luthier.fixtures", "");
        if (!folder.isBlank()) {
            return Path.of(folder, path);
        }
        return copy(path);
    }

    /// In this module's copy, for tests that count on these very values.
    public static Path copy(String path) {
        URL copy = Objects.requireNonNull(Fixtures.class.getResource("/fixtures/" + path), path);
        try {
            return Path.of(copy.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Tokenizer smollm2() throws LuthierException {
        return Tokenizer.open(copy("tokenizers/smollm2-tokenizer.json"));
    }
}
