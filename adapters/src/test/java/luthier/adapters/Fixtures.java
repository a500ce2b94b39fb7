package luthier.adapters;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/// Where the reference files lie: the folder named by `luthier.fixtures`, else this module's copy.
public final class Fixtures {
    private Fixtures() {}

    public static Path file(String path) {
        String folder = System.getProperty("luthier.fixtures", "");
        if (!folder.isBlank()) {
            return Path.of(folder, path);
        }
        URL copy = Objects.requireNonNull(Fixtures.class.getResource("/fixtures/" + path), path);
        try {
            return Path.of(copy.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
