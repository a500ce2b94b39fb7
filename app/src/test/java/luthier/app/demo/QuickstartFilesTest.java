package luthier.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuickstartFilesTest {
    @Test
    void everyShippedFileIsCopied() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/luthier/app/quickstart"))) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(QuickstartFiles.NAMES);
        }
    }
}
