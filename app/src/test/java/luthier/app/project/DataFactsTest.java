package luthier.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFactsTest {
    @TempDir
    private Path folder;

    @Test
    void linesWithoutTextDoNotCountAndTheLastNeedsNoEnd() throws IOException {
        Path file = folder.resolve("data.jsonl");
        Files.writeString(file, "{}\n\n  \r\n{}\nü");
        assertThat(DataFacts.read(file)).isEqualTo(new DataFacts(13, 3));
    }

    @Test
    void anEmptyFileHasNone() throws IOException {
        Path file = folder.resolve("data.jsonl");
        Files.writeString(file, "");
        assertThat(DataFacts.read(file).lines()).isZero();
    }
}
