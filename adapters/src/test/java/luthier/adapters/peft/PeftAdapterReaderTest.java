package luthier.adapters.peft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.FixtureCase;
import luthier.adapters.Fixtures;
import luthier.adapters.Refused;
import luthier.adapters.TinyLlama;
import luthier.adapters.lora.LoraSettings;
import luthier.core.model.DType;
import luthier.core.model.safetensors.SafetensorsFile;
import luthier.core.model.safetensors.SafetensorsWriter;
import luthier.core.model.safetensors.SegmentWriter;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeftAdapterReaderTest {
    private static final String Q = "model.layers.0.self_attn.q_proj";
    private static final String K = "model.layers.0.self_attn.k_proj";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @Tag("fixture")
    void readsSettingsAndTensorsOfPeft(FixtureCase each) throws Exception {
        PeftAdapter adapter = PeftAdapterReader.read(each.file("adapter"), TinyLlama.tied());
        LoraSettings settings = LoraSettings.of(adapter.config());
        assertThat(settings.rank()).isEqualTo(each.settings().rank());
        assertThat(settings.alpha()).isEqualTo(each.settings().alpha());
        assertThat(settings.useRslora()).isEqualTo(each.settings().useRslora());
        assertThat(settings.rankPattern()).isEqualTo(each.settings().rankPattern());
        assertThat(settings.alphaPattern()).isEqualTo(each.settings().alphaPattern());
        assertThat(adapter.config().base()).isEqualTo("../../../models/llama");
        assertThat(adapter.notices()).isEmpty();
        try (SafetensorsFile file = SafetensorsFile.open(each.file("adapter/adapter_model.safetensors"))) {
            assertThat(file.tensors()).hasSize(2 * adapter.modules().size());
            for (Map.Entry<String, LowRank> module : adapter.modules().entrySet()) {
                String name = "base_model.model." + module.getKey();
                assertThat(module.getValue().down())
                        .isEqualTo(file.tensor(name + ".lora_A.weight").floats());
                assertThat(module.getValue().up())
                        .isEqualTo(file.tensor(name + ".lora_B.weight").floats());
            }
        }
    }

    @Test
    @Tag("fixture")
    void scalesByPatternAndRoot() throws Exception {
        var patterns = PeftAdapterReader.read(FixtureCase.PATTERNS.file("adapter"), TinyLlama.tied());
        assertThat(scales(patterns))
                .contains(
                        Map.entry("model.layers.0.self_attn.q_proj", 1f),
                        Map.entry("model.layers.1.self_attn.q_proj", 2f),
                        Map.entry("model.layers.0.mlp.up_proj", 1f),
                        Map.entry("model.layers.0.mlp.down_proj", 4f));
        var rooted = PeftAdapterReader.read(FixtureCase.RSLORA.file("adapter"), TinyLlama.tied());
        assertThat(scales(rooted).values()).containsOnly((float) (8 / Math.sqrt(8)));
    }

    @Test
    @Tag("fixture")
    void refusesDoraByName() {
        assertThat(Refused.model(() ->
                                PeftAdapterReader.read(Fixtures.file("lora/llama-dora/adapter"), TinyLlama.tied()))
                        .problem())
                .isEqualTo("The adapter uses `use_dora`, which is not supported.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"peft_type\": \"IA3\"                   | The adapter is of the type IA3, only LORA is supported.",
                "\"task_type\": \"POETRY\"                | The task type \"POETRY\" does not exist in PEFT.",
                "\"trainable_token_indices\": [1]         | The adapter uses `trainable_token_indices`, which is not supported.",
                "\"target_parameters\": [\"w\"]           | The adapter uses `target_parameters`, which is not supported.",
                "\"layer_replication\": [[0, 2]]          | The adapter uses `layer_replication`, which is not supported.",
                "\"alora_invocation_tokens\": [1]         | The adapter uses `alora_invocation_tokens`, which is not supported.",
                "\"lora_bias\": true                      | The adapter uses `lora_bias`, which is not supported.",
                "\"use_qalora\": true                     | The adapter uses `use_qalora`, which is not supported.",
                "\"use_bdlora\": {\"a\": 1}               | The adapter uses `use_bdlora`, which is not supported.",
                "\"kasa_config\": {\"a\": 1}              | The adapter uses `kasa_config`, which is not supported.",
                "\"monteclora_config\": {\"a\": 1}        | The adapter uses `monteclora_config`, which is not supported.",
                "\"arrow_config\": {\"a\": 1}             | The adapter uses `arrow_config`, which is not supported.",
                "\"megatron_config\": {\"a\": 1}          | The adapter uses `megatron_config`, which is not supported.",
                "\"enable_lora\": [true]                  | The adapter uses `enable_lora`, which is not supported.",
                "\"never_heard_of\": 3                    | The adapter uses `never_heard_of`, which is not supported.",
                "\"never_heard_of\": \"x\"                | The adapter uses `never_heard_of`, which is not supported.",
                "\"rank_pattern\": [2]                  | The key `rank_pattern` must be an object of patterns and numbers.",
                "\"bias\": \"all\"                        | The adapter trains biases (`bias` is all), which is not supported.",
                "\"init_lora_weights\": \"pissa_niter_4\" | The adapter began with `init_lora_weights` pissa_niter_4, which changes the base as well.",
                "\"init_lora_weights\": \"olora\"         | The adapter began with `init_lora_weights` olora, which changes the base as well.",
                "\"init_lora_weights\": \"other\"         | The `init_lora_weights` other is not known.",
                "\"modules_to_save\": [\"lm_head\"]       | The adapter replaces lm_head as a whole (`modules_to_save`), which is not supported.",
                "\"modules_to_save\": [\"embed_tokens\"]  | The adapter replaces embed_tokens as a whole (`modules_to_save`), which is not supported.",
                "\"r\": 0                                 | The key `r` must be a whole number above 0.",
                "\"lora_alpha\": \"x\"                    | The key `lora_alpha` must be a number.",
                "\"target_modules\": 3                    | The key `target_modules` must be a list of texts, a text or null.",
                "\"r\": 3                                 | model.layers.0.self_attn.q_proj has the rank 2, adapter_config.json says 3."
            })
    void refusesWhatItDoesNotDo(String key, String problem) throws Exception {
        config(key);
        weights(pairOf(Q, 2, 64, 64));
        assertThat(refusal()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"peft_version\": \"0.99@abc\"",
                "\"revision\": \"main\"",
                "\"init_lora_weights\": \"gaussian\"",
                "\"modules_to_save\": [\"classifier\", \"score\"]",
                "\"eva_config\": {\"rho\": 2}",
                "\"enable_lora\": null",
                "\"note\": \"\"",
                "\"merge_weights\": false",
                "\"modules_to_tie\": []",
                "\"runtime_config\": {\"a\": 1}",
                "\"task_type\": null"
            })
    void ignoresWhatMakesNoDifference(String key) throws Exception {
        config(key);
        weights(pairOf(Q, 2, 64, 64));
        assertThat(read().modules()).containsOnlyKeys(Q);
    }

    @Test
    void tellsTheAdaptersLibraryApart() throws Exception {
        Files.writeString(folder.resolve("adapter_config.json"), "{\"config\": {}, \"version\": \"adapters.1.3.0\"}");
        weights(pairOf(Q, 2, 64, 64));
        assertThat(refusal()).isEqualTo("This is a bottleneck adapter of the adapters library, not one of PEFT.");
    }

    @Test
    void namesTheFileThatIsMissing() throws Exception {
        assertThat(refusal()).isEqualTo("The folder holds no adapter_config.json.");
        config("\"r\": 2");
        assertThat(refusal()).isEqualTo("The folder holds no adapter_model.safetensors.");
        Files.write(folder.resolve("adapter_model.bin"), new byte[] {1});
        assertThat(refusal()).isEqualTo("The weights are in a pickle file, which can run code.");
    }

    @Test
    void readsOldKeysAndNoPrefix() throws Exception {
        config("\"r\": 2");
        weights(Map.of(
                Q + ".lora_A.default.weight", new long[] {2, 64},
                Q + ".lora_B.default.weight", new long[] {64, 2}));
        assertThat(read().modules()).containsOnlyKeys(Q);
    }

    @Test
    void refusesHalfAPair() throws Exception {
        config("\"r\": 2");
        weights(Map.of(Q + ".lora_A.weight", new long[] {2, 64}));
        assertThat(refusal()).isEqualTo(Q + " has no lora_B.");
        weights(Map.of(Q + ".lora_B.weight", new long[] {64, 2}));
        assertThat(refusal()).isEqualTo(Q + " has no lora_A.");
    }

    @Test
    void refusesRanksAndShapesThatCannotBe() throws Exception {
        config("\"r\": 2");
        weights(Map.of(Q + ".lora_A.weight", new long[] {2, 64}, Q + ".lora_B.weight", new long[] {64, 3}));
        assertThat(refusal()).isEqualTo(Q + " has the rank 2 in A but 3 in B.");
        weights(Map.of(Q + ".lora_A.weight", new long[] {0}, Q + ".lora_B.weight", new long[] {64, 2}));
        assertThat(refusal()).isEqualTo(Q + ".lora_A.weight is empty; its shards were not gathered when it was saved.");
        weights(Map.of(Q + ".lora_A.weight", new long[] {2, 64, 1}, Q + ".lora_B.weight", new long[] {64, 2}));
        assertThat(refusal()).isEqualTo(Q + ".lora_A.weight has 3 dimensions, not 2.");
        weights(pairOf(K, 2, 64, 64));
        assertThat(refusal()).isEqualTo(K + " adapts 64 × 64 numbers, the model has 32 × 64 there.");
        weights(pairOf("model.layers.7.self_attn.q_proj", 2, 64, 64));
        assertThat(refusal())
                .isEqualTo(
                        "The adapter changes model.layers.7.self_attn.q_proj (64 × 64), which this model does not have.");
    }

    @Test
    void refusesATensorItDoesNotKnow() throws Exception {
        config("\"r\": 2");
        Map<String, long[]> tensors = new LinkedHashMap<>(pairOf(Q, 2, 64, 64));
        tensors.put(Q + ".lora_magnitude_vector", new long[] {64});
        weights(tensors);
        assertThat(refusal())
                .isEqualTo("The tensor " + Q + ".lora_magnitude_vector is no part of a plain LoRA adapter.");
    }

    @Test
    void notesModulesWithoutValues() throws Exception {
        config("\"target_modules\": [\"q_proj\", \"k_proj\"]");
        weights(pairOf(Q, 2, 64, 64));
        assertThat(read().notices())
                .containsExactly("The adapter has no values for model.layers.0.self_attn.k_proj, "
                        + "model.layers.1.self_attn.q_proj, model.layers.1.self_attn.k_proj, which its settings name.");
    }

    @Test
    void namesTheModulesWhereOnlySomeLayersAreMeant() throws Exception {
        config("\"target_modules\": [\"q_proj\"], \"layers_to_transform\": 0");
        weights(pairOf(Q, 2, 64, 64));
        PeftAdapter adapter = read();
        assertThat(adapter.config().targetModules()).containsExactly(Q);
        assertThat(adapter.notices()).isEmpty();
    }

    @Test
    void namesTheModulesWhereTheFileDoesNot() throws Exception {
        config("\"target_modules\": null");
        weights(pairOf(Q, 2, 64, 64));
        assertThat(read().config().targetModules()).containsExactly(Q);
    }

    private static Map<String, Float> scales(PeftAdapter adapter) {
        Map<String, Float> scales = new LinkedHashMap<>();
        adapter.modules().forEach((module, pair) -> scales.put(module, pair.scale()));
        return scales;
    }

    /// A configuration of rank 2 on the first query projection, with one more key or another value.
    private void config(String key) throws IOException {
        StringBuilder json = new StringBuilder("{");
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("\"peft_type\"", "\"LORA\"");
        keys.put("\"r\"", "2");
        keys.put("\"target_modules\"", "[\"" + Q + "\"]");
        keys.forEach((name, value) -> {
            if (!key.contains(name + ":")) {
                json.append(name).append(": ").append(value).append(", ");
            }
        });
        Files.writeString(
                folder.resolve("adapter_config.json"), json.append(key).append('}'));
    }

    private static Map<String, long[]> pairOf(String module, long rank, long inputs, long outputs) {
        return Map.of(
                "base_model.model." + module + ".lora_A.weight", new long[] {rank, inputs},
                "base_model.model." + module + ".lora_B.weight", new long[] {outputs, rank});
    }

    private void weights(Map<String, long[]> shapes) throws LuthierException {
        List<TensorToWrite> tensors = shapes.entrySet().stream()
                .map(entry -> zeros(entry.getKey(), entry.getValue()))
                .toList();
        SafetensorsWriter.write(folder.resolve("adapter_model.safetensors"), SafetensorsWriter.PYTORCH, tensors);
    }

    private static TensorToWrite zeros(String name, long[] shape) {
        long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return new TensorToWrite(
                name,
                DType.F32,
                shape,
                channel ->
                        SegmentWriter.writeFully(ByteBuffer.allocate(Math.toIntExact(count * Float.BYTES)), channel));
    }

    private PeftAdapter read() throws LuthierException {
        return PeftAdapterReader.read(folder, TinyLlama.tied());
    }

    private String refusal() {
        return Refused.model(this::read).problem();
    }
}
