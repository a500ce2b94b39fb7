package luthier.core.data.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TokenizerJsonTest {
    private static final BpeVocabulary VOCABULARY = new BpeTrainer(340, List.of("<|pad|>", "<|end|>"))
            .train(List.of("The lamp is old. The lamp isn't new.<|end|>", "The lamps are old, aren't they? 42 42"));
    private static final HuggingFaceTokenizer TOKENIZER = load();

    @Test
    void theReaderSplitsAsTheTrainerMeant() {
        assertThat(TOKENIZER.encode("The lamp<|end|>").getTokens()).containsExactly("The", "Ġlamp", "<|end|>");
        assertThat(TOKENIZER.encode("The lamp<|end|>").getIds()[2]).isEqualTo(VOCABULARY.idOf("<|end|>"));
    }

    @Test
    void idsMeanTheSameTokens() {
        Encoding encoding = TOKENIZER.encode("<|pad|>The lamp isn't new. 42 öß<|end|>");
        assertThat(Arrays.stream(encoding.getIds())
                        .mapToObj(id -> VOCABULARY.tokens().get((int) id)))
                .containsExactly(encoding.getTokens());
    }

    @Property
    void anyTextComesBackUnchanged(@ForAll("texts") String text) {
        long[] ids = TOKENIZER.encode(text, false, false).getIds();
        assertThat(TOKENIZER.decode(ids, false)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("The", " lamp", "l", "s", "'", "t", ",", ".", "4", " ", "\n", "\t", "é", "ß", "漢", "😀")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static HuggingFaceTokenizer load() {
        try {
            byte[] json = TokenizerJson.of(VOCABULARY).getBytes(StandardCharsets.UTF_8);
            return HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(json), Map.of("addSpecialTokens", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
