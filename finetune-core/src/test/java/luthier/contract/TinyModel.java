package luthier.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.model.Blueprint;
import luthier.core.model.folder.ModelConfig;
import luthier.core.model.llama.LlamaFamily;
import luthier.core.run.LuthierException;

/// Small Llama models as blueprints: grouped-query attention, with and without biases, tied and untied.
final class TinyModel {
    private TinyModel() {}

    static Blueprint llama(Path folder, boolean tied, boolean biases) throws IOException, LuthierException {
        Path file = folder.resolve("config-" + tied + "-" + biases + ".json");
        Files.writeString(file, """
                {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_act": "silu",
                 "vocab_size": 320, "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2,
                 "num_attention_heads": 4, "num_key_value_heads": 2, "max_position_embeddings": 64,
                 "rms_norm_eps": 1e-5, "rope_theta": 10000.0, "tie_word_embeddings": %s,
                 "attention_bias": %s, "mlp_bias": %s}
                """.formatted(tied, biases, biases));
        return new LlamaFamily().describe(ModelConfig.read(file));
    }
}
