package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLogTest {
    @TempDir
    private Path folder;

    @Test
    void aShortLogIsReadWhole() throws IOException {
        assertThat(WorkerLog.tail(Files.writeString(folder.resolve("l"), "a\nb\nc")))
                .containsExactly("a", "b", "c");
        assertThat(WorkerLog.tail(folder.resolve("none"))).isEmpty();
    }

    @Test
    void ofALongLogTheEndIsReadInWholeLines() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("line ").append(i).append('\n');
        }
        List<String> tail = WorkerLog.tail(Files.writeString(folder.resolve("l"), text));
        assertThat(tail).hasSizeBetween(10_000, 99_999).last().isEqualTo("line 99999");
        assertThat(tail.getFirst()).matches("line \\d{5}");
    }
}
