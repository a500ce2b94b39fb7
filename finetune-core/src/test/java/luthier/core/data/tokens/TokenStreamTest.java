package luthier.core.data.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenStreamTest {
    @Test
    void holdsACharacterBackUntilItsLastByte() throws Exception {
        try (Tokenizer tokenizer = SmolLm2Tokenizer.open()) {
            int[] ids = tokenizer.encode("😀").ids();
            assertThat(ids).hasSize(3);
            TokenStream stream = new TokenStream(tokenizer, false);
            assertThat(stream.feed(ids[0])).isEmpty();
            assertThat(stream.feed(ids[1])).isEmpty();
            assertThat(stream.feed(ids[2])).isEqualTo("😀");
            assertThat(stream.finish()).isEmpty();
        }
    }

    @Test
    void givesTheIncompleteRestAtTheEnd() throws Exception {
        try (Tokenizer tokenizer = SmolLm2Tokenizer.open()) {
            TokenStream stream = new TokenStream(tokenizer, false);
            assertThat(stream.feed(tokenizer.idOf("Hello"))).isEqualTo("Hello");
            assertThat(stream.feed(tokenizer.encode("😀").ids()[0])).isEmpty();
            assertThat(stream.finish()).contains("\uFFFD");
        }
    }

    @Test
    void leavesSpecialTokensOutWhenAsked() throws Exception {
        try (Tokenizer tokenizer = SmolLm2Tokenizer.open()) {
            TokenStream stream = new TokenStream(tokenizer, true);
            StringBuilder text = new StringBuilder();
            for (int id : tokenizer.encode("one two<|im_end|> three").ids()) {
                text.append(stream.feed(id));
            }
            assertThat(text.append(stream.finish()).toString()).isEqualTo("one two three");
        }
    }
}
