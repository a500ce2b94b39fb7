package luthier.core.data.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {
    private static Tokenizer tokenizer;

    @BeforeAll
    static void open() throws LuthierException {
        tokenizer = SmolLm2Tokenizer.open();
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @Test
    void knowsIdsByNameAndItsSize() {
        assertThat(tokenizer.idOf("<|im_end|>")).isEqualTo(2);
        assertThat(tokenizer.idOf("Hello")).isEqualTo(19556);
        assertThat(tokenizer.idOf("no such token")).isEqualTo(-1);
        assertThat(tokenizer.vocabularySize()).isEqualTo(49152);
        assertThat(tokenizer.hasAdded("<|im_start|>")).isTrue();
        assertThat(tokenizer.hasAdded("Hello")).isFalse();
    }

    @Test
    void offsetsAreUtf16PositionsAfterAnEmoji() {
        String text = "🙂 Hello";
        Encoded encoded = tokenizer.encode(text);
        int last = encoded.length() - 1;
        assertThat(text.substring(encoded.starts()[last], encoded.ends()[last])).isEqualTo(" Hello");
    }

    @Test
    void aLoneSurrogateBecomesTheReplacementCharacter() {
        assertThat(tokenizer.encode("a\uD800b").ids())
                .isEqualTo(tokenizer.encode("a\uFFFDb").ids());
        assertThat(tokenizer.encode("a\uDC00").ids())
                .isEqualTo(tokenizer.encode("a\uFFFD").ids());
    }

    @Test
    void longTextsAreNeitherCutNorPadded() {
        assertThat(tokenizer.encode("1".repeat(3000)).length()).isEqualTo(3000);
        assertThat(tokenizer.encode("").length()).isZero();
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("tokenizer.json");
        expectUnreadable(() -> Tokenizer.open(file), file, "cannot be read");
    }

    @Test
    void brokenJsonIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {\"vocab\": {\"a\": 1");
        expectUnreadable(() -> Tokenizer.open(file), file, "is not valid JSON");
    }

    @Test
    void jsonWithoutVocabularyIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{\"version\": \"1.0\"}");
        expectUnreadable(() -> Tokenizer.open(file), file, "`model.vocab` is missing or empty");
    }

    @Test
    void aModelTheNativeReaderRefusesIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("tokenizer.json"), "{\"model\": {\"type\": \"Unheard\", \"vocab\": {\"a\": 0}}}");
        expectUnreadable(() -> Tokenizer.open(file), file, "the tokenizer cannot be used");
    }

    private static void expectUnreadable(ThrowingCallable call, Path file, String problem) {
        assertThatThrownBy(call)
                .asInstanceOf(type(LuthierException.class))
                .extracting(LuthierException::failure)
                .asInstanceOf(type(Failure.UnreadableModel.class))
                .satisfies(failure -> {
                    assertThat(failure.file()).isEqualTo(file.toString());
                    assertThat(failure.problem()).contains(problem);
                });
    }
}
