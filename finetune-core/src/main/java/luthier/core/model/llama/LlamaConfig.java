package luthier.core.model.llama;

import luthier.core.model.AttentionShape;
import luthier.core.model.folder.ModelConfig;
import luthier.core.run.LuthierException;

/// The keys of a Llama `config.json` that decide its shape; a missing key takes the default of transformers'
/// `LlamaConfig`.
record LlamaConfig(
        int vocabulary,
        int width,
        int feedForward,
        int layers,
        AttentionShape attention,
        double epsilon,
        int maxPositions,
        boolean tied,
        boolean attentionBias,
        boolean mlpBias) {

    static LlamaConfig read(ModelConfig config) throws LuthierException {
        int width = positive(config, "hidden_size", 4096);
        int heads = positive(config, "num_attention_heads", 32);
        int keyValueHeads = positive(config, "num_key_value_heads", heads);
        if (heads % keyValueHeads != 0) {
            throw config.refuse(
                    "num_key_value_heads", "must divide num_attention_heads (" + heads + "), but is " + keyValueHeads);
        }
        if (config.isNull("head_dim") && width % heads != 0) {
            throw config.refuse(
                    "hidden_size", "must be a multiple of num_attention_heads (" + heads + "), but is " + width);
        }
        int headSize = positive(config, "head_dim", width / heads);
        if (headSize % 2 != 0) {
            throw config.refuse("head_dim", "must be even, because rotary positions turn halves, but is " + headSize);
        }
        String activation = config.text("hidden_act", "silu");
        if (!activation.equals("silu") && !activation.equals("swish")) {
            throw config.refuse("hidden_act", "is \"" + activation + "\"; the Llama family takes silu");
        }
        return new LlamaConfig(
                positive(config, "vocab_size", 32000),
                width,
                positive(config, "intermediate_size", 11008),
                positive(config, "num_hidden_layers", 32),
                new AttentionShape(heads, keyValueHeads, headSize),
                config.decimal("rms_norm_eps", 1e-6),
                positive(config, "max_position_embeddings", 2048),
                config.bool("tie_word_embeddings", false),
                config.bool("attention_bias", false),
                config.bool("mlp_bias", false));
    }

    private static int positive(ModelConfig config, String key, int missing) throws LuthierException {
        int value = config.intValue(key, missing);
        if (value < 1) {
            throw config.refuse(key, "must be at least 1, but is " + value);
        }
        return value;
    }
}
