package luthier.datasets.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.bpe.BpeVocabulary;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The small files of the quickstart model's folder.
final class Configuration {
    static final int VOCABULARY_SIZE = 2_048;

    private static final int POSITIONS = 512;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final BpeVocabulary vocabulary;

    Configuration(BpeVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// A llama of 2.75 million parameters.
    String model() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("LlamaForCausalLM"));
        config.put("model_type", "llama");
        config.put("vocab_size", VOCABULARY_SIZE);
        config.put("hidden_size", 192);
        config.put("intermediate_size", 512);
        config.put("num_hidden_layers", 6);
        config.put("num_attention_heads", 6);
        config.put("num_key_value_heads", 2);
        config.put("head_dim", 32);
        config.put("hidden_act", "silu");
        config.put("max_position_embeddings", POSITIONS);
        config.put("rms_norm_eps", 1e-5);
        config.put("rope_theta", 10_000.0);
        config.put("tie_word_embeddings", true);
        config.put("attention_bias", false);
        config.put("mlp_bias", false);
        config.put("initializer_range", 0.02);
        config.put("eos_token_id", vocabulary.idOf(SpecialTokens.TURN_END));
        config.put("pad_token_id", vocabulary.idOf(SpecialTokens.PADDING));
        config.put("torch_dtype", "bfloat16");
        return JSON.writeValueAsString(config) + "\n";
    }

    String generation() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("eos_token_id", vocabulary.idOf(SpecialTokens.TURN_END));
        config.put("pad_token_id", vocabulary.idOf(SpecialTokens.PADDING));
        config.put("do_sample", false);
        config.put("max_new_tokens", 120);
        return JSON.writeValueAsString(config) + "\n";
    }

    String tokenizer() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("tokenizer_class", "PreTrainedTokenizerFast");
        config.put("model_max_length", POSITIONS);
        config.put("eos_token", SpecialTokens.TURN_END);
        config.put("pad_token", SpecialTokens.PADDING);
        config.put("add_bos_token", false);
        config.put("add_eos_token", false);
        config.put("clean_up_tokenization_spaces", false);
        config.put("chat_template", resource("chatml.jinja"));
        return JSON.writeValueAsString(config) + "\n";
    }

    static String resource(String name) {
        try (InputStream stream = Configuration.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
