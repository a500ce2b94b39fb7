package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import luthier.core.data.Example;
import luthier.core.data.tokens.SpecialTokens;
import org.junit.jupiter.api.Test;

/// Every digit is one token.
class CompletionRowsTest {
    @Test
    void thePromptLosesItsBeginningAfterTheBeginToken() throws Exception {
        Tokenized done = Tokenized.withBos(20, new Example.PromptCompletion("0123456789".repeat(3), "\n77"));
        assertThat(done.texts()).containsExactly("<|endoftext|>" + "567890123456789" + "\n77<|im_end|>");
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.PROMPT_CUT);
        assertThat(done.report().supervisedLost()).isZero();
    }

    /// Of 100 tokens the prompt keeps 32, the answer 68 of its 91.
    @Test
    void aLongAnswerLosesItsEndAndLeavesThePrompt32Tokens() throws Exception {
        Tokenized done = Tokenized.of(100, new Example.PromptCompletion("1".repeat(50), "2".repeat(90)));
        assertThat(done.texts()).containsExactly("1".repeat(32) + "2".repeat(68));
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.PROMPT_CUT, CutKind.ANSWER_CUT);
        assertThat(done.report().supervisedBefore()).isEqualTo(91);
        assertThat(done.report().supervisedLost()).isEqualTo(23);
    }

    @Test
    void aShortPromptStaysWhole() throws Exception {
        Tokenized done = Tokenized.of(16, new Example.PromptCompletion("12", "3".repeat(40)));
        assertThat(done.texts()).containsExactly("12" + "3".repeat(14));
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.ANSWER_CUT);
    }

    @Test
    void anAnswerInsideThePromptsLastTokenIsDropped() throws Exception {
        Tokenized done = Tokenized.of(
                Renderers.SMOLLM2,
                new SpecialTokens(null, null, 0, Set.of(), false),
                16,
                false,
                new Example.PromptCompletion("Hel", "lo"));
        assertThat(done.rows()).isEmpty();
        assertThat(done.report().dropped()).containsEntry(DropReason.ANSWER_MERGED, 1L);
    }
}
