package luthier.core.model.gguf;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import luthier.core.model.DType;
import luthier.core.model.folder.ModelFolder;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GgufImportTest {
    private static final ImportProgress UNHEARD = (done, total) -> {};

    @TempDir
    Path folder;

    private Path gguf;
    private Path target;

    @BeforeEach
    void copyTheFile() throws IOException {
        gguf = folder.resolve("tiny.gguf");
        target = folder.resolve("models").resolve("tiny");
        Files.write(gguf, resource("tiny.gguf"));
    }

    @Test
    void writesTheWeightsOfTheReferenceByteForByte() throws Exception {
        ImportedModel model = GgufImport.run(gguf, target, false, UNHEARD);
        assertThat(model.weightType()).isEqualTo(DType.BF16);
        assertThat(Files.readAllBytes(target.resolve("model.safetensors")))
                .isEqualTo(resource("tiny-expected.safetensors"));
        assertThat(model.notices())
                .containsExactly("The weights come from a quantised file (Q4_0, Q4_1, Q5_0, Q5_1, Q8_0):"
                        + " they are the rounded ones, not the published ones.");
    }

    @Test
    void writesAFolderThatOpensAsAModel() throws Exception {
        GgufImport.run(gguf, target, false, UNHEARD);
        ModelFolder model = ModelFolder.open(target, Set.of("llama"));
        assertThat(model.config().intValue("num_key_value_heads")).isEqualTo(2);
        assertThat(model.config().decimal("rms_norm_eps")).isEqualTo(1e-5);
        assertThat(model.config().decimal("rope_theta")).isEqualTo(50000);
        assertThat(model.config().bool("tie_word_embeddings", false)).isTrue();
        assertThat(model.config().isNull("rope_scaling")).isTrue();
        assertThat(model.config().weightType()).isEqualTo(DType.BF16);
        assertThat(model.stopIds()).containsExactly(2, 0);
        assertThat(model.specialTokens().text("bos")).isEqualTo("<|im_start|>");
        assertThat(model.padId()).isEqualTo(2);
        assertThat(model.longestRow()).isEqualTo(128);
        assertThat(model.chatTemplate()).isEqualTo("{% for message in messages %}{{ message['content'] }}{% endfor %}");
        assertThat(model.tokenizerSize()).isEqualTo(300);
    }

    @Test
    void writesTheTokenizerOfTheSplittingRule() throws Exception {
        GgufImport.run(gguf, target, false, UNHEARD);
        JsonNode json = JsonMapper.shared().readTree(Files.readString(target.resolve("tokenizer.json")));
        assertThat(json.path("pre_tokenizer").toString())
                .isEqualTo(
                        "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Digits\",\"individual_digits\":true},"
                                + "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":true}]}");
        assertThat(json.path("added_tokens")).hasSize(3);
        assertThat(json.path("model").path("vocab").path("\u0120the").intValue())
                .isEqualTo(3 + 256 + 2);
        assertThat(json.path("model").path("merges").path(2).stringValue()).isEqualTo("\u0120 the");
        assertThat(json.path("normalizer").isNull()).isTrue();
        assertThat(json.path("post_processor").isNull()).isTrue();
    }

    @Test
    void reportsProgressUpToTheTotal() throws Exception {
        List<Long> done = new ArrayList<>();
        GgufImport.run(gguf, target, false, (doneBytes, totalBytes) -> {
            done.add(doneBytes);
            assertThat(doneBytes).isLessThanOrEqualTo(totalBytes);
            assertThat(totalBytes).isEqualTo(161_920);
        });
        assertThat(done).isSorted().last().isEqualTo(161_920L);
    }

    @Test
    void replacesAModelOnlyWhenTold() throws Exception {
        GgufImport.run(gguf, target, false, UNHEARD);
        Files.writeString(target.resolve("config.json"), "{}");
        assertThat(diskProblem(false))
                .isEqualTo("the folder already holds a model; allow overwriting or choose another folder");
        assertThat(target.resolve("config.json")).hasContent("{}");
        GgufImport.run(gguf, target, true, UNHEARD);
        assertThat(Files.readString(target.resolve("config.json"))).contains("LlamaForCausalLM");
        assertThat(names(target.resolveSibling("."))).containsExactly("tiny");
    }

    @Test
    void neverReplacesAFolderThatHoldsOtherThings() throws Exception {
        Files.createDirectories(target);
        Files.writeString(target.resolve("thesis.tex"), "years of work");
        assertThat(diskProblem(true))
                .isEqualTo("the folder holds thesis.tex, which is no part of a model; choose another folder");
        assertThat(names(target)).containsExactly("thesis.tex");
    }

    @Test
    void refusesAFileInTheWay() throws Exception {
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, "");
        assertThat(diskProblem(true)).isEqualTo("there is a file of that name; choose another folder");
    }

    @Test
    void aFailureWhileWritingLeavesNothing() throws Exception {
        assertThatThrownBy(() -> GgufImport.run(gguf, target, false, (done, total) -> {
                    if (done > total / 2) {
                        throw new IllegalStateException("stopped by the test");
                    }
                }))
                .hasMessage("stopped by the test");
        assertThat(names(target.resolveSibling("."))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama|jamba|The architecture jamba cannot be imported.",
                "gpt2|bert|The key tokenizer.ggml.model asks for the tokenizer bert, which cannot be imported.",
                "smollm|tekken|The key tokenizer.ggml.pre names the splitting rule tekken, which is not known.",
                "blk.1.ffn_up.weight|blk.1.ffn_it.weight|These tensors are missing: blk.1.ffn_up.weight.",
                "th e|th x|The key tokenizer.ggml.merges holds a merge of tokens that do not exist: th x.",
                "llama.context_length|llama.context_lengtt|The key llama.context_length is missing.",
            })
    void refusesWhatItCannotImportBeforeWriting(String from, String to, String problem) throws Exception {
        edit(from, to);
        assertThat(refusal(() -> GgufImport.run(gguf, target, false, UNHEARD)).problem())
                .isEqualTo(problem);
        assertThat(target.resolveSibling(".")).doesNotExist();
    }

    @Test
    void refusesSentencePieceByName() {
        GgufMetadata metadata = metadata(GgufBytes.start(0, 1).text("tokenizer.ggml.model", "llama"));
        assertThat(refusal(() -> BytePairTokenizer.read(metadata, SpecialIds.read(metadata, 9), 9))
                        .problem())
                .isEqualTo(
                        "The key tokenizer.ggml.model asks for a SentencePiece tokenizer, which cannot be imported.");
    }

    @Test
    void refusesAQuantisationItCannotDecode() throws Exception {
        byte[] bytes = Files.readAllBytes(gguf);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int typeAt = text.indexOf("output_norm.weight") + "output_norm.weight".length() + 4 + 8;
        assertThat(bytes[typeAt]).as("the norm is F32").isZero();
        bytes[typeAt] = 26;
        Files.write(gguf, bytes);
        assertThat(refusal(() -> GgufImport.run(gguf, target, false, UNHEARD)).problem())
                .isEqualTo("output_norm.weight uses the quantisation I32, which cannot be read.");
    }

    @Test
    void refusesATruncatedFile() throws Exception {
        byte[] bytes = Files.readAllBytes(gguf);
        Files.write(gguf, Arrays.copyOf(bytes, bytes.length - 100));
        assertThat(refusal(() -> GgufImport.run(gguf, target, false, UNHEARD)).problem())
                .isEqualTo("The file is 100 bytes short.");
    }

    private GgufMetadata metadata(GgufBytes bytes) {
        try (GgufFile file = GgufFile.open(bytes.save(folder))) {
            return file.metadata();
        } catch (LuthierException e) {
            throw new AssertionError(e);
        }
    }

    /// Replaces the first text of that length and content in the file.
    private void edit(String from, String to) throws IOException {
        String bytes = new String(Files.readAllBytes(gguf), StandardCharsets.ISO_8859_1);
        String old = sized(from);
        assertThat(bytes).contains(old);
        int at = bytes.indexOf(old);
        String edited = bytes.substring(0, at) + sized(to) + bytes.substring(at + old.length());
        Files.write(gguf, edited.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sized(String text) {
        return new String(new GgufBytes().string(text).array(), StandardCharsets.ISO_8859_1);
    }

    private String diskProblem(boolean overwrite) {
        LuthierException thrown =
                catchThrowableOfType(LuthierException.class, () -> GgufImport.run(gguf, target, overwrite, UNHEARD));
        return ((Failure.DiskFailure) thrown.failure()).problem();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GgufImportTest.class.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
