package luthier.core.model.folder;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import luthier.core.model.DType;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.CheckpointWriter;
import luthier.core.model.safetensors.TensorToWrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {
    private static final Set<String> KNOWN = Set.of("llama");

    @TempDir
    Path folder;

    @BeforeEach
    void writeAModel() throws Exception {
        write("config.json", "{\"model_type\":\"llama\",\"eos_token_id\":[3,4],\"max_position_embeddings\":2048}");
        write("tokenizer.json", """
                {"version":"1.0","added_tokens":[{"id":2,"content":"<s>","special":true},{"id":3,"content":"</s>"}],
                 "model":{"type":"BPE","vocab":{"a":0,"b":1,"<pad>":5},"merges":["a b"]}}""");
        write("tokenizer_config.json", """
                {"bos_token":{"content":"<s>","__type":"AddedToken"},"eos_token":"</s>","pad_token":null,
                 "model_max_length":1000000000000000019884624838656,"chat_template":"from config",
                 "additional_special_tokens":["<s>",{"content":"</s>"}]}""");
        TensorToWrite tensor = new TensorToWrite("a", DType.F32, new long[] {0}, channel -> {});
        CheckpointWriter.write(folder, List.of(tensor), CheckpointWriter.SHARD_BYTES);
    }

    @Test
    void readsSpecialTokensInBothForms() throws Exception {
        SpecialTokens tokens = open().specialTokens();
        assertThat(tokens.text("bos")).isEqualTo("<s>");
        assertThat(tokens.id("bos")).isEqualTo(2);
        assertThat(tokens.id("eos")).isEqualTo(3);
        assertThat(tokens.text("pad")).isNull();
        assertThat(tokens.id("unk")).isNull();
        assertThat(tokens.texts().keySet()).containsExactly("bos", "eos");
        assertThat(tokens.additional()).containsExactly("<s>", "</s>");
    }

    @Test
    void asksTheTokensMapForWhatTheConfigLacks() throws Exception {
        write("special_tokens_map.json", "{\"unk_token\":\"a\",\"bos_token\":\"b\",\"pad_token\":\"b\"}");
        SpecialTokens tokens = open().specialTokens();
        assertThat(tokens.id("unk")).isZero();
        assertThat(tokens.id("bos")).isEqualTo(2);
        assertThat(tokens.id("pad")).as("null in the first file means none").isNull();
    }

    @Test
    void refusesASpecialTokenTheTokenizerLacks() throws Exception {
        write("tokenizer_config.json", "{\"eos_token\":\"<end>\"}");
        assertThat(problem()).isEqualTo("`eos_token` is \"<end>\", which the tokenizer does not have.");
    }

    @Test
    void stopsAtTheTokensOfAllThreeSources() throws Exception {
        write("generation_config.json", "{\"eos_token_id\":7}");
        assertThat(open().stopIds()).containsExactly(7, 3, 4);
        write("generation_config.json", "{\"eos_token_id\":[8,4]}");
        assertThat(open().stopIds()).containsExactly(8, 4, 3);
    }

    @Test
    void padsWithTheFirstIdThatIsConfigured() throws Exception {
        assertThat(open().padId()).as("eos when nothing else").isEqualTo(3);
        write("generation_config.json", "{\"pad_token_id\":-1}");
        assertThat(open().padId()).as("-1 means none").isEqualTo(3);
        write("generation_config.json", "{\"pad_token_id\":1}");
        assertThat(open().padId()).isEqualTo(1);
        write("tokenizer_config.json", "{\"pad_token\":\"<pad>\"}");
        assertThat(open().padId()).isEqualTo(5);
    }

    @Test
    void takesTheSmallerLimitAndIgnoresTheOneThatMeansNone() throws Exception {
        assertThat(open().longestRow()).isEqualTo(2048);
        write("tokenizer_config.json", "{\"model_max_length\":512}");
        assertThat(open().longestRow()).isEqualTo(512);
        write("config.json", "{\"model_type\":\"llama\"}");
        write("tokenizer_config.json", "{\"model_max_length\":1e30}");
        assertThat(open().longestRow()).isNull();
    }

    @Test
    void aTemplateFileReplacesTheConfigured() throws Exception {
        assertThat(open().chatTemplate()).isEqualTo("from config");
        write("chat_template.jinja", "from file");
        Files.createDirectory(folder.resolve("additional_chat_templates"));
        write("additional_chat_templates/tool_use.jinja", "with tools");
        ModelFolder model = open();
        assertThat(model.chatTemplate()).isEqualTo("from file");
        assertThat(model.chatTemplates())
                .containsEntry("tool_use", "with tools")
                .hasSize(2);
    }

    @Test
    void readsNamedTemplates() throws Exception {
        write(
                "tokenizer_config.json",
                "{\"chat_template\":[{\"name\":\"default\",\"template\":\"d\"},{\"name\":\"rag\",\"template\":\"r\"}]}");
        assertThat(open().chatTemplate()).isEqualTo("d");
        write(
                "tokenizer_config.json",
                "{\"chat_template\":[{\"name\":\"x\",\"template\":\"d\"},{\"name\":\"rag\",\"template\":\"r\"}]}");
        ModelFolder undecided = open();
        assertThat(refusal(undecided::chatTemplate).problem())
                .isEqualTo("`chat_template` has no template named default, only x, rag.");
        write("tokenizer_config.json", "{\"chat_template\":[{\"name\":\"x\"}]}");
        assertThat(problem()).isEqualTo("`chat_template` must give each template a `name` and a `template`.");
    }

    @Test
    void takesAProcessorsTemplateWhenThereIsNoOther() throws Exception {
        write("tokenizer_config.json", "{}");
        assertThat(open().chatTemplate()).isNull();
        write("chat_template.json", "{\"chat_template\":\"from processor\"}");
        assertThat(open().chatTemplate()).isEqualTo("from processor");
    }

    @Test
    void comparesTheTokenizerWithTheEmbedding() throws Exception {
        ModelFolder model = open();
        assertThat(model.tokenizerSize()).isEqualTo(6);
        model.requireRows(6);
        assertThat(refusal(() -> model.requireRows(5)).problem())
                .isEqualTo("The tokenizer has 6 tokens, the model only 5 rows.");
    }

    @Test
    void readsUnigramVocabularies() throws Exception {
        write("tokenizer.json", "{\"model\":{\"vocab\":[[\"<s>\",0.0],[\"</s>\",-1.5],[\"x\",-2]]}}");
        assertThat(open().specialTokens().id("eos")).isEqualTo(1);
        assertThat(open().tokenizerSize()).isEqualTo(3);
    }

    @Test
    void opensTheWeights() throws Exception {
        try (Checkpoint weights = open().openWeights()) {
            assertThat(weights.has("a")).isTrue();
        }
    }

    @Test
    void notesThatCustomCodeIsIgnored() throws Exception {
        assertThat(open().notices()).isEmpty();
        write("config.json", "{\"model_type\":\"llama\",\"auto_map\":{}}");
        assertThat(open().notices())
                .containsExactly("The model's own Python code is ignored: Luthier knows this family.");
    }

    @ParameterizedTest
    @CsvSource({
        "config.json, The folder holds no config.json.",
        "tokenizer.json, The folder holds no tokenizer.json.",
        "model.safetensors, The folder holds no model.safetensors."
    })
    void refusesAFolderThatLacksAFile(String file, String problem) throws Exception {
        Files.delete(folder.resolve(file));
        assertThat(problem()).isEqualTo(problem);
    }

    @Test
    void refusesPickledWeights() throws Exception {
        Files.move(folder.resolve("model.safetensors"), folder.resolve("pytorch_model.bin"));
        assertThat(problem()).isEqualTo("The weights are in a pickle file, which can run code.");
    }

    @Test
    void refusesWhatIsNoModelFolder() throws Exception {
        assertThat(refusal(() -> ModelFolder.open(folder.resolve("none"), KNOWN))
                        .problem())
                .isEqualTo("The folder does not exist.");
        assertThat(refusal(() -> ModelFolder.open(folder.resolve("config.json"), KNOWN))
                        .problem())
                .isEqualTo("This is a file, not a model folder.");
        Files.delete(folder.resolve("config.json"));
        write("adapter_config.json", "{}");
        assertThat(problem()).isEqualTo("This folder holds an adapter, not a model.");
    }

    @Test
    void refusesABrokenTokenizer() throws Exception {
        write("tokenizer.json", "{\"model\":");
        assertThat(problem()).isEqualTo("The file is not valid JSON.");
    }

    private ModelFolder open() throws Exception {
        return ModelFolder.open(folder, KNOWN);
    }

    private String problem() {
        return refusal(() -> ModelFolder.open(folder, KNOWN)).problem();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
