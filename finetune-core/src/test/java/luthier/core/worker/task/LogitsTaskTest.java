package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.engine.TestExtensions;
import luthier.core.fixture.Fixtures;
import luthier.core.fixture.Golden;
import luthier.core.run.LuthierException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogitsTaskTest {
    private static final Path MODEL = Fixtures.folder("models/llama");

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Tag("fixture")
    void theWrittenLogitsAreThoseOfTransformers() throws LuthierException {
        Golden golden = Golden.read(MODEL.resolve("golden.safetensors"));
        long[] mask = golden.longs("attention_mask");
        float[] expected = golden.floats("logits");
        int length = golden.batch().length();
        int vocabulary = expected.length / mask.length;
        List<List<Integer>> rows = new ArrayList<>();
        for (int row = 0; row < golden.batch().rows(); row++) {
            List<Integer> ids = new ArrayList<>();
            for (int i = 0; i < length && mask[row * length + i] == 1; i++) {
                ids.add(golden.batch().ids()[row * length + i]);
            }
            rows.add(ids);
        }
        Path file = folder.resolve("logits.safetensors");
        perform(Map.of("ids", rows, "to", file.toString()));

        Golden written = Golden.read(file);
        assertThat(written.count("logits.")).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            float[] logits = written.floats("logits." + row);
            assertThat(logits).hasSize(rows.get(row).size() * vocabulary);
            for (int i = 0; i < logits.length; i++) {
                assertThat(logits[i])
                        .as("row %d, value %d", row, i)
                        .isCloseTo(expected[row * length * vocabulary + i], Offset.offset(1e-4f));
            }
        }
    }

    @Test
    void theFirstRowIsContinuedByItsLikeliestTokens() throws LuthierException {
        Path file = folder.resolve("logits.safetensors");
        List<Integer> row = List.of(5, 9, 33, 120, 7);
        Map<String, Object> answer = perform(Map.of("ids", List.of(row), "to", file.toString(), "newTokens", 3));
        assertThat(answer.get("file")).hasToString(file.toString());
        List<?> made = (List<?>) answer.getOrDefault("continuation", List.of());
        assertThat(made).hasSize(3);
        List<Integer> longer = new ArrayList<>(row);
        made.forEach(id -> longer.add((Integer) id));
        perform(Map.of("ids", List.of(longer), "to", file.toString()));
        float[] logits = Golden.read(file).floats("logits.0");
        int vocabulary = logits.length / longer.size();
        for (int i = 0; i < made.size(); i++) {
            int from = (row.size() - 1 + i) * vocabulary;
            assertThat(likeliest(logits, from, vocabulary))
                    .as("new token %d", i)
                    .isEqualTo(made.get(i));
        }
    }

    @Test
    void rowsThatTheModelCannotTakeAreNamedAndNothingIsWritten() {
        Path file = folder.resolve("logits.safetensors");
        for (List<?> ids : List.of(List.of(), List.of(List.of()), List.of(List.of(1, 320)), List.of(List.of(-1)))) {
            assertThatThrownBy(() -> perform(Map.of("ids", ids, "to", file.toString())))
                    .isInstanceOf(LuthierException.class)
                    .hasMessageContaining("ids");
        }
        assertThat(file).doesNotExist();
    }

    private static int likeliest(float[] logits, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = logits[from + i] > logits[from + best] ? i : best;
        }
        return best;
    }

    private static Map<String, Object> perform(Map<String, Object> changed) throws LuthierException {
        Map<String, Object> request = new HashMap<>(Map.of("model", MODEL.toString(), "precision", "fp32"));
        request.putAll(changed);
        return RecordingChannel.answer(new LogitsTask(TestExtensions.llama()), request);
    }
}
