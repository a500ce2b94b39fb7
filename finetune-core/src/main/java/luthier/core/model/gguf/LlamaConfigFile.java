package luthier.core.model.gguf;

import java.util.Locale;
import luthier.core.model.DType;
import luthier.core.run.LuthierException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes `config.json` from the keys of a GGUF file of the Llama architecture.
final class LlamaConfigFile {
    private static final double DEFAULT_THETA = 10000;
    private static final double DEFAULT_EPSILON = 1e-6;

    private LlamaConfigFile() {}

    /// @param weights element type of the tensors in the folder
    static ObjectNode make(GgufFile file, LlamaSizes sizes, SpecialIds ids, DType weights) throws LuthierException {
        GgufMetadata metadata = file.metadata();
        double theta = metadata.decimal("llama.rope.freq_base", DEFAULT_THETA);
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.putArray("architectures").add("LlamaForCausalLM");
        config.put("model_type", "llama");
        config.put("attention_bias", LlamaTensors.attentionBias(file));
        config.put("attention_dropout", 0.0);
        ids.writeTo(config, false);
        if (sizes.headSize() * sizes.heads() != sizes.hidden()) {
            config.put("head_dim", sizes.headSize());
        }
        config.put("hidden_act", "silu");
        config.put("hidden_size", sizes.hidden());
        config.put("intermediate_size", sizes.intermediate());
        config.put("max_position_embeddings", metadata.intValue("llama.context_length"));
        config.put("mlp_bias", LlamaTensors.feedForwardBias(file));
        config.put("num_attention_heads", sizes.heads());
        config.put("num_hidden_layers", sizes.layers());
        config.put("num_key_value_heads", sizes.keyValueHeads());
        config.put("rms_norm_eps", metadata.decimal("llama.attention.layer_norm_rms_epsilon", DEFAULT_EPSILON));
        config.set("rope_scaling", ropeScaling(file, sizes, theta));
        config.put("rope_theta", theta);
        config.put("tie_word_embeddings", LlamaTensors.tied(file));
        config.put("torch_dtype", torchName(weights));
        config.put("use_cache", true);
        config.put("vocab_size", sizes.vocabulary());
        return config;
    }

    private static JsonNode ropeScaling(GgufFile file, LlamaSizes sizes, double theta) throws LuthierException {
        GgufMetadata metadata = file.metadata();
        String key = "llama.rope.scaling.type";
        String type = metadata.has(key) ? metadata.text(key) : "none";
        GgufTensor divisors = file.tensors().get(LlamaTensors.ROPE_FACTORS);
        ObjectNode scaling = JsonMapper.shared().createObjectNode();
        switch (type) {
            case "none" -> {
                if (divisors == null) {
                    return scaling.nullNode();
                }
                RopeFactors factors = RopeFactors.read(file, divisors, sizes.headSize(), theta);
                scaling.put("rope_type", "llama3");
                scaling.put("factor", factors.factor());
                scaling.put("low_freq_factor", RopeFactors.LOW_FREQUENCY);
                scaling.put("high_freq_factor", RopeFactors.HIGH_FREQUENCY);
                scaling.put("original_max_position_embeddings", RopeFactors.ORIGINAL_LENGTH);
            }
            case "linear" -> {
                scaling.put("rope_type", "linear");
                scaling.put("factor", metadata.decimal("llama.rope.scaling.factor", 1));
            }
            default -> throw metadata.refuse(key, "asks for the rotary scaling " + type + ", not supported");
        }
        return scaling;
    }

    private static String torchName(DType type) {
        return switch (type) {
            case F32 -> "float32";
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            case F64, I64, I32, I16, I8, U8, BOOL -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
