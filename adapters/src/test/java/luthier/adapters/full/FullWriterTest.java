package luthier.adapters.full;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import luthier.adapters.FakeValues;
import luthier.adapters.FixtureCase;
import luthier.adapters.Fixtures;
import luthier.adapters.TinyLlama;
import luthier.core.model.Blueprint;
import luthier.core.model.safetensors.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FullWriterTest {
    private static final Blueprint MODEL = TinyLlama.tied();
    private static final String KEY = "model.layers.1.self_attn.k_proj.weight";

    @TempDir
    Path folder;

    @TempDir
    Path otherBase;

    @Test
    void writesTheCheckpointsOwnTensorsWithTheirNewValues() throws Exception {
        Path base = Fixtures.file(FixtureCase.BASE);
        float[] changed = new float[32 * 64];
        Arrays.fill(changed, 0.5f);
        write(base, Map.of(KEY, changed));
        try (Checkpoint written = Checkpoint.open(folder);
                Checkpoint before = Checkpoint.open(base)) {
            assertThat(written.tensors().keySet()).isEqualTo(before.tensors().keySet());
            for (String name : written.tensors().keySet()) {
                assertThat(written.tensor(name).shape())
                        .isEqualTo(before.tensor(name).shape());
                assertThat(written.tensor(name).floats())
                        .as(name)
                        .isEqualTo(
                                name.equals(KEY) ? changed : before.tensor(name).floats());
            }
        }
    }

    @Test
    void copiesWhatTrainingDoesNotChange() throws Exception {
        Path base = Fixtures.file(FixtureCase.BASE);
        write(base, Map.of());
        for (String name : List.of("generation_config.json", "tokenizer.json", "special_tokens_map.json")) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(base.resolve(name));
        }
        assertThat(json(folder.resolve("config.json"))).isEqualTo(json(base.resolve("config.json")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "{\"torch_dtype\":\"bfloat16\"}, {\"torch_dtype\":\"float32\"}",
                "{\"dtype\":\"bfloat16\"}, {\"dtype\":\"float32\"}",
                "{}, {\"dtype\":\"float32\"}"
            })
    void statesTheTypeThatIsWritten(String before, String after) throws Exception {
        String weights = "model.safetensors";
        Files.copy(Fixtures.file(FixtureCase.BASE).resolve(weights), otherBase.resolve(weights));
        Files.writeString(otherBase.resolve("config.json"), before);
        write(otherBase, Map.of());
        assertThat(json(folder.resolve("config.json"))).hasToString(after);
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private void write(Path base, Map<String, float[]> changed) throws Exception {
        FullTuning tuning = new FullTuning();
        tuning.writer()
                .write(
                        folder,
                        FullSettings.DEFAULTS,
                        MODEL,
                        tuning.plan(FullSettings.DEFAULTS, MODEL),
                        new FakeValues(base, changed));
    }
}
