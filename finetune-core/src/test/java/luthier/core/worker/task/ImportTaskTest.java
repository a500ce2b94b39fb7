package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportTaskTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsHowFarItIsAndWhatItMade() throws LuthierException, IOException {
        List<Map<String, Object>> lines = RecordingChannel.perform(new ImportTask(), request(), List.of());
        assertThat(lines.getFirst()).containsKeys("done", "total");
        Map<String, Object> beforeLast = lines.get(lines.size() - 2);
        assertThat(beforeLast.get("done")).isEqualTo(beforeLast.get("total"));
        Map<String, Object> last = lines.getLast();
        assertThat(String.valueOf(last.get("folder"))).endsWith("model");
        assertThat(last.get("tensors"))
                .isInstanceOfSatisfying(
                        Integer.class, count -> assertThat(count).isPositive());
        assertThat((List<?>) last.get("notice")).singleElement().asString().contains("quantised");
        assertThat(folder.resolve("model/config.json")).exists();
    }

    @Test
    void aModelThatIsThereIsReplacedOnlyWhenAsked() throws LuthierException, IOException {
        Map<String, Object> request = request();
        RecordingChannel.answer(new ImportTask(), request);
        assertThatThrownBy(() -> RecordingChannel.answer(new ImportTask(), request))
                .isInstanceOf(LuthierException.class);
        assertThat(RecordingChannel.answer(
                        new ImportTask(),
                        Map.of(
                                "file",
                                request.getOrDefault("file", ""),
                                "to",
                                folder.resolve("model").toString(),
                                "overwrite",
                                true)))
                .containsKey("tensors");
    }

    private Map<String, Object> request() throws IOException {
        Path file = folder.resolve("tiny.gguf");
        try (InputStream in = Objects.requireNonNull(
                ImportTaskTest.class.getResourceAsStream("/luthier/core/model/gguf/tiny.gguf"))) {
            Files.write(file, in.readAllBytes());
        }
        return Map.of("file", file.toString(), "to", folder.resolve("model").toString(), "overwrite", false);
    }
}
