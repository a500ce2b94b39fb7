package luthier.core.data.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import luthier.core.data.PromptRenderer;
import luthier.core.data.tokens.SmolLm2Tokenizer;
import luthier.core.data.tokens.SpecialTokens;
import luthier.core.data.tokens.Tokenizer;
import luthier.core.fixture.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFormatTest {
    private static final SpecialTokens SPECIALS = new SpecialTokens(null, "<|endoftext|>", 0, Set.of(0), false);

    @Test
    void theModelsTemplateWins() throws Exception {
        PromptRenderer template = (_, _, _) -> "";
        try (Tokenizer tokenizer = SmolLm2Tokenizer.open()) {
            PromptFormat format = PromptFormat.choose(template, tokenizer, SPECIALS);
            assertThat(format.id()).isEqualTo("template");
            assertThat(format.renderer()).isSameAs(template);
            assertThat(format.jinja()).isNull();
        }
    }

    @Test
    void bothMarksAsAddedTokensMeanChatMlWithItsEndAsStopToken() throws Exception {
        try (Tokenizer tokenizer = SmolLm2Tokenizer.open()) {
            PromptFormat format = PromptFormat.choose(null, tokenizer, SPECIALS);
            assertThat(format.id()).isEqualTo("chatml");
            assertThat(format.specials().stopIds()).containsExactlyInAnyOrder(0, 2);
            assertThat(format.jinja()).contains("<|im_start|>");
        }
    }

    @Test
    void withoutTheMarksItIsAlpaca(@TempDir Path folder) throws Exception {
        String json = Files.readString(Fixtures.copy("tokenizers/smollm2-tokenizer.json"))
                .replace("<|im_start|>", "<|other|>");
        Path file = Files.writeString(folder.resolve("tokenizer.json"), json);
        try (Tokenizer tokenizer = Tokenizer.open(file)) {
            PromptFormat format = PromptFormat.choose(null, tokenizer, SPECIALS);
            assertThat(format.id()).isEqualTo("alpaca");
            assertThat(format.renderer()).isEqualTo(new Alpaca(null, "<|endoftext|>"));
            assertThat(format.jinja())
                    .contains("### Instruction:")
                    .contains("eos_token")
                    .doesNotContain("bos_token");
        }
    }
}
