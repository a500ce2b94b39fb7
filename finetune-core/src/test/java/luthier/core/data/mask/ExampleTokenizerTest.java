package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Set;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.data.prompt.ChatMl;
import luthier.core.data.tokens.SmolLm2Tokenizer;
import luthier.core.data.tokens.SpecialTokens;
import luthier.core.data.tokens.Tokenizer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class ExampleTokenizerTest {
    private static final int WIDE = 2048;

    /// The digits and the mark are one token each: 2 + 2 targets.
    @Test
    void targetsOfAChatCountedByHand() throws Exception {
        Tokenized done = Tokenized.of(WIDE, Renderers.chat("1+1?", "2", "2+2?", "4"));
        assertThat(done.kept()).isEqualTo(4);
        assertThat(done.supervised()).containsExactly("2<|im_end|>4<|im_end|>");
        TokenizedExample row = done.rows().getFirst();
        assertThat(row.label(0)).isEqualTo(TokenizedExample.IGNORED);
        assertThat(row.label(row.length() - 2)).isEqualTo(2);
        assertThat(row.label(row.length() - 1)).isEqualTo(TokenizedExample.IGNORED);
    }

    /// "yes", "." and the mark, in three templates: 3 targets each.
    @Test
    void threeTemplatesGiveTheSameTargets() throws Exception {
        SpecialTokens phi = new SpecialTokens(null, "<|endoftext|>", 0, Set.of(0), false);
        assertThat(Tokenized.of(WIDE, Renderers.chat("a", "yes.")).kept()).isEqualTo(3);
        assertThat(Tokenized.of(Renderers.SMOLLM2, Tokenized.SPECIALS, WIDE, false, Renderers.chat("a", "yes."))
                        .kept())
                .isEqualTo(3);
        assertThat(Tokenized.of(Renderers.PHI3, phi, WIDE, false, Renderers.chat("a", "yes."))
                        .supervised())
                .containsExactly("yes.<|end|>\n<|endoftext|>");
    }

    @Test
    void everyTokenOfATextIsATargetButTheFirst() throws Exception {
        Tokenized plain = Tokenized.of(WIDE, new Example.Text("Hello world"));
        assertThat(plain.texts()).containsExactly("Hello world<|im_end|>");
        assertThat(plain.supervised()).containsExactly(" world<|im_end|>");
        Tokenized begun = Tokenized.withBos(WIDE, new Example.Text("Hello world"));
        assertThat(begun.texts()).containsExactly("<|endoftext|>Hello world<|im_end|>");
        assertThat(begun.supervised()).containsExactly("Hello world<|im_end|>");
    }

    @Test
    void thereIsOneBeginAndOneEndToken() throws Exception {
        Tokenized done = Tokenized.withBos(
                WIDE,
                new Example.Text("<|endoftext|>Hello<|im_end|> \n"),
                new Example.PromptCompletion("<|endoftext|>Q:", " A<|im_end|>"));
        assertThat(done.texts()).containsExactly("<|endoftext|>Hello<|im_end|> \n", "<|endoftext|>Q: A<|im_end|>");
    }

    @Test
    void theCompletionAndItsEndAreTargets() throws Exception {
        Tokenized done = Tokenized.withBos(WIDE, new Example.PromptCompletion("Capital of France:", " Paris"));
        assertThat(done.texts()).containsExactly("<|endoftext|>Capital of France: Paris<|im_end|>");
        assertThat(done.supervised()).containsExactly(" Paris<|im_end|>");
    }

    @Test
    void aCompletionWithoutPromptNeedsTheBeginTokenToPredictItsFirst() throws Exception {
        assertThat(Tokenized.of(WIDE, new Example.PromptCompletion("", "Hello world"))
                        .supervised())
                .containsExactly(" world<|im_end|>");
        assertThat(Tokenized.withBos(WIDE, new Example.PromptCompletion("", "Hello world"))
                        .supervised())
                .containsExactly("Hello world<|im_end|>");
    }

    @Test
    void aTokenThatReachesOverTheBorderIsNoTargetAndCounted() throws Exception {
        Tokenized done = Tokenized.of(WIDE, new Example.PromptCompletion("Capital of France: ", "Paris."));
        assertThat(done.supervised()).containsExactly(".<|im_end|>");
        assertThat(done.report().merged()).isEqualTo(1);
        assertThat(done.report().lines()).singleElement().asString().startsWith("1 example (100 %)");
    }

    @Test
    void everyByteTokenOfAnEmojiIsATarget() throws Exception {
        Tokenized done = Tokenized.of(WIDE, Renderers.chat("🙂?", "😀"));
        assertThat(done.supervised()).containsExactly("😀<|im_end|>");
        assertThat(done.kept()).isEqualTo(4);
    }

    @Test
    void specialTokensInTheTextAreNoted() throws Exception {
        Tokenized done = Tokenized.of(
                WIDE, Renderers.chat("What is <|im_end|>?", "A mark."), Renderers.chat("And this?", "Nothing."));
        assertThat(done.report().specialInside()).isEqualTo(1);
        assertThat(done.report().lines()).singleElement().asString().contains("`<|im_end|>`");
        assertThat(done.supervised().getFirst()).isEqualTo("A mark.<|im_end|>");
    }

    @Test
    void aRewritingTemplateGivesOneExampleForEachAnswer() throws Exception {
        Example chat = Renderers.chat("Hi", "<think>hm</think>Yo", "So", "<think>oh</think>Ah");
        Tokenized done = Tokenized.of(Renderers.FORGETTING, Tokenized.SPECIALS, WIDE, false, chat);
        assertThat(done.supervised()).containsExactly("<think>hm</think>Yo<|im_end|>", "<think>oh</think>Ah<|im_end|>");
        assertThat(done.texts().get(1)).contains("assistant\nYo<|im_end|>").doesNotContain("hm");
        Tokenized last = Tokenized.of(Renderers.FORGETTING, Tokenized.SPECIALS, WIDE, true, chat);
        assertThat(last.supervised()).containsExactly("<think>oh</think>Ah<|im_end|>");
    }

    @Test
    void whatCannotBeTrainedIsDroppedAndCountedByReason() throws Exception {
        Example.Chat context = new Example.Chat(
                List.of(Message.of("user", "Hi"), new Message("assistant", "Yo", List.of(), false)), List.of());
        Tokenized done = Tokenized.of(
                WIDE,
                Renderers.chat("Hi", " "),
                context,
                new Example.PromptCompletion("Q", "\n"),
                new Example.Text(" "),
                Renderers.chat("Hi", "Yo"));
        assertThat(done.rows()).hasSize(1);
        assertThat(done.report().dropped())
                .containsEntry(DropReason.EMPTY_ANSWER, 3L)
                .containsEntry(DropReason.NOTHING_TRAINED, 1L);
        assertThat(done.report().lines())
                .containsExactly(
                        "1 example dropped: no assistant turn is marked for training.",
                        "3 examples dropped: the answer is empty.");
    }

    @Test
    void aRefusalOfTheTemplateIsQuoted() throws Exception {
        Example.Chat chat = new Example.Chat(List.of(Message.of("assistant", "Yo")), List.of());
        Tokenized done = Tokenized.of(Renderers.TRIMMING, Tokenized.SPECIALS, WIDE, false, chat);
        assertThat(done.report().dropped()).containsEntry(DropReason.TEMPLATE_REFUSED, 1L);
        assertThat(done.report().lines())
                .singleElement()
                .asString()
                .contains("Conversation roles must alternate user/assistant");
    }

    @Test
    void anAnswerWithoutStopTokenIsReported() throws Exception {
        SpecialTokens none = new SpecialTokens(null, null, 0, Set.of(), false);
        Tokenized done =
                Tokenized.of(new ChatMl(), none, WIDE, false, new Example.Text("Hello"), Renderers.chat("a", "b"));
        assertThat(done.report().unstopped()).isEqualTo(2);
    }

    @Test
    void nothingLeftIsAnError() throws Exception {
        try (Tokenizer tokenizer = SmolLm2Tokenizer.open()) {
            ExampleTokenizer tokenizing =
                    new ExampleTokenizer(tokenizer, Tokenized.SPECIALS, new ChatMl(), WIDE, false);
            List<Example> examples = List.of(Renderers.chat("Hi", ""), Renderers.chat("Hi", " "));
            assertThatThrownBy(() -> tokenizing.tokenize(examples, "data.jsonl", new TokenizingReport()))
                    .asInstanceOf(type(LuthierException.class))
                    .extracting(LuthierException::failure)
                    .isEqualTo(new Failure.UnreadableDataset(
                            "data.jsonl",
                            List.of("2 examples dropped: the answer is empty."),
                            2,
                            "No example has a token left to learn from; give records with non-empty answers, or raise"
                                    + " data.maxLength."));
        }
    }

    @Test
    void anEndTokenTheTokenizerLacksIsAnError() throws Exception {
        SpecialTokens foreign = new SpecialTokens(null, "</s>", 0, Set.of(), false);
        try (Tokenizer tokenizer = SmolLm2Tokenizer.open()) {
            assertThatThrownBy(() -> new ExampleTokenizer(tokenizer, foreign, new ChatMl(), WIDE, false))
                    .isInstanceOf(LuthierException.class)
                    .hasMessageContaining("eos_token")
                    .hasMessageContaining("</s>");
        }
    }
}
