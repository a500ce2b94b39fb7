package luthier.core.model.folder;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import luthier.core.model.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelConfigTest {
    private static final Set<String> KNOWN = Set.of("llama", "t5");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|config.json has no model_type.",
                "{\"model_type\":5}|`model_type` must be text, found the number 5.",
                "{\"model_type\":\"jamba\"}|The family jamba is not supported. Supported: llama, t5.",
                "{\"model_type\":\"jamba\",\"auto_map\":{\"AutoModel\":\"m.M\"}}|This model needs its own Python code, which Luthier does not run.",
                "{\"model_type\":\"llama\",\"quantization_config\":{\"quant_method\":\"gptq\"}}|The weights are already quantised with gptq.",
                "{\"model_type\":\"llama\",\"quantization_config\":{\"load_in_4bit\":true}}|The weights are already quantised with bitsandbytes.",
                "{\"model_type\":\"llama\",\"num_local_experts\":8}|This is a mixture of experts (`num_local_experts` 8), which is not supported.",
                "{\"model_type\":\"llama\",\"vision_config\":{}}|This model takes more than text (`vision_config`), which is not supported.",
                "{\"model_type\":\"llama\",\"is_encoder_decoder\":true}|This is an encoder-decoder of the family llama, which is not supported."
            })
    void refusesWhatCannotBeTrained(String json, String problem) throws Exception {
        ModelConfig config = config(json);
        assertThat(refusal(() -> config.requireSupported(KNOWN)).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"model_type\":\"llama\",\"auto_map\":{\"AutoModel\":\"m.M\"}}",
                "{\"model_type\":\"llama\",\"num_experts\":1,\"vision_config\":null,\"quantization_config\":null}",
                "{\"model_type\":\"t5\",\"is_encoder_decoder\":true}"
            })
    void acceptsAKnownFamily(String json) throws Exception {
        ModelConfig config = config(json);
        config.requireSupported(KNOWN);
        assertThat(KNOWN).contains(config.modelType());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"torch_dtype\":\"bfloat16\"}|BF16",
                "{\"dtype\":\"float16\",\"torch_dtype\":\"float32\"}|F16",
                "{\"dtype\":\"torch.float32\"}|F32"
            })
    void readsTheWeightTypeFromEitherKey(String json, DType type) throws Exception {
        assertThat(config(json).weightType()).isEqualTo(type);
    }

    @Test
    void weightTypeMayBeAbsentButNotUnknown() throws Exception {
        assertThat(config("{}").weightType()).isNull();
        ModelConfig odd = config("{\"dtype\":\"int3\"}");
        assertThat(refusal(odd::weightType).problem())
                .isEqualTo("`dtype` must be float32, float16 or bfloat16, found int3.");
    }

    @Test
    void acceptsASecondSpelling() throws Exception {
        ModelConfig config = config("{\"n_embd\":768,\"n_layer\":12,\"num_hidden_layers\":6}")
                .withAliases(Map.of("hidden_size", "n_embd", "num_hidden_layers", "n_layer"));
        assertThat(config.intValue("hidden_size")).isEqualTo(768);
        assertThat(config.intValue("num_hidden_layers")).isEqualTo(6);
    }

    @Test
    void knowsItsArchitecture() throws Exception {
        assertThat(config("{\"architectures\":[\"LlamaForCausalLM\"]}").architecture())
                .isEqualTo("LlamaForCausalLM");
        assertThat(config("{}").architecture()).isNull();
    }

    private ModelConfig config(String json) throws Exception {
        return ModelConfig.read(Files.writeString(folder.resolve("config.json"), json));
    }
}
