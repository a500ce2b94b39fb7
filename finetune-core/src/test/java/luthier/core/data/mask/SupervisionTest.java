package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.data.PromptRenderer;
import luthier.core.data.Span;
import luthier.core.data.prompt.Alpaca;
import luthier.core.data.prompt.ChatMl;
import luthier.core.data.template.ChatTemplate;
import luthier.core.data.template.TemplateRenderer;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class SupervisionTest {
    private static final List<String> ADDED = List.of(
            "<|im_start|>",
            "<|im_end|>",
            "<|endoftext|>",
            "<|end|>",
            "<|user|>",
            "<|assistant|>",
            "<start_of_turn>",
            "<end_of_turn>");

    private static SupervisedText locate(PromptRenderer renderer, Example.Chat chat, String... stops)
            throws LuthierException {
        return new Supervision(renderer, List.of(stops), ADDED).locate(chat, false);
    }

    private static List<String> supervised(SupervisedText located) {
        return located.spans().stream()
                .map(span -> located.text().substring(span.start(), span.end()))
                .toList();
    }

    /// 30 characters of the user's turn, 22 of the header; the answer and its mark have 12. Then 1 line break, 30, 22.
    @Test
    void spansInChatMlCountedByHand() throws Exception {
        SupervisedText located = locate(new ChatMl(), Renderers.chat("Hi", "Yo", "So", "Ah"), "<|im_end|>");
        assertThat(located.spans()).containsExactly(new Span(52, 64), new Span(117, 129));
        assertThat(located.stops()).isTrue();
        assertThat(located.rewritesTurns()).isFalse();
        assertThat(located.dropped()).isNull();
    }

    /// 98 characters of the default system turn (19 header, 68 text, 11 mark and line break), then 32 and 22.
    @Test
    void theDefaultSystemTextIsNotSupervised() throws Exception {
        SupervisedText located = locate(Renderers.SMOLLM2, Renderers.chat("1+1?", "2"), "<|im_end|>");
        assertThat(located.text().indexOf("<|im_start|>user")).isEqualTo(98);
        assertThat(located.spans()).containsExactly(new Span(98 + 32 + 22, 98 + 32 + 22 + 11));
        assertThat(supervised(located)).containsExactly("2<|im_end|>");
    }

    @Test
    void equalTextsInEveryTurnAreToldApart() throws Exception {
        SupervisedText located = locate(Renderers.SMOLLM2, Renderers.chat("ok", "ok", "ok", "ok"), "<|im_end|>");
        assertThat(supervised(located)).containsExactly("ok<|im_end|>", "ok<|im_end|>");
        assertThat(located.spans().get(1).start() - located.spans().get(0).start())
                .isEqualTo("ok<|im_end|>\n<|im_start|>user\nok<|im_end|>\n<|im_start|>assistant\n".length());
    }

    /// `<|user|>` 9 with line break, answer 1 at 9 + 2 + 8 + 14.
    @Test
    void anEndOfTextAfterTheWholeConversationIsSupervisedThere() throws Exception {
        SupervisedText located =
                locate(Renderers.PHI3, Renderers.chat("Hi", "Yo", "So", "Ah"), "<|end|>", "<|endoftext|>");
        assertThat(supervised(located)).containsExactly("Yo<|end|>", "Ah<|end|>\n<|endoftext|>");
        assertThat(located.spans().getFirst()).isEqualTo(new Span(33, 42));
        assertThat(located.rewritesTurns()).isFalse();
    }

    @Test
    void anEndOfTextThatIsTheOnlyStopTokenLeavesEarlierTurnsWithoutOne() throws Exception {
        SupervisedText located = locate(Renderers.PHI3, Renderers.chat("Hi", "Yo", "So", "Ah"), "<|endoftext|>");
        assertThat(supervised(located)).containsExactly("Yo", "Ah<|end|>\n<|endoftext|>");
    }

    @Test
    void trimmedContentIsFoundWhereItStands() throws Exception {
        SupervisedText located =
                locate(Renderers.TRIMMING, Renderers.chat(" Hi ", "\n Yo \n", "So", "  Ah"), "<end_of_turn>");
        assertThat(supervised(located)).containsExactly("Yo<end_of_turn>", "Ah<end_of_turn>");
    }

    @Test
    void anEarlierAnswerThatIsRewrittenIsFoundByItsMarker() throws Exception {
        SupervisedText located = locate(
                Renderers.FORGETTING,
                Renderers.chat("Hi", "<think>hm</think>Yo", "So", "<think>oh</think>Ah"),
                "<|im_end|>");
        assertThat(located.rewritesTurns()).isTrue();
        assertThat(supervised(located)).last().isEqualTo("<think>oh</think>Ah<|im_end|>");
        assertThat(located.unlocatedTurns()).isZero();
        assertThat(supervised(located)).first().isEqualTo("Yo<|im_end|>");
    }

    @Test
    void aGenerationPromptThatOpensThinkingIsNoPrefixAndStillTheAnswerIsFound() throws Exception {
        SupervisedText located =
                locate(Renderers.THINKING_PROMPT, Renderers.chat("Hi", "<think>hm</think>Yo"), "<|im_end|>");
        assertThat(supervised(located)).containsExactly("Yo<|im_end|>");
        assertThat(located.rewritesTurns()).isFalse();
    }

    @Test
    void theNextTurnsHeaderCountsWhereItIsTheStopToken() throws Exception {
        PromptRenderer glm = (messages, _, prompt) -> {
            StringBuilder text = new StringBuilder();
            for (Message message : messages) {
                text.append("<|").append(message.role()).append("|>\n").append(message.content());
            }
            return text + (prompt ? "<|assistant|>\n" : "");
        };
        SupervisedText located = locate(glm, Renderers.chat("Hi", "Yo", "So", "Ah"), "<|user|>");
        assertThat(supervised(located)).containsExactly("Yo<|user|>", "Ah");
        assertThat(located.stops()).isFalse();
    }

    @Test
    void theAlpacaFormatEndsAnswersInTheEndOfText() throws Exception {
        SupervisedText located =
                locate(new Alpaca(null, "<|endoftext|>"), Renderers.chat("Hi", "Yo", "So", "Ah"), "<|endoftext|>");
        assertThat(supervised(located)).containsExactly("Yo<|endoftext|>", "Ah<|endoftext|>");
    }

    @Test
    void aStopTokenInsideTheAnswerDoesNotEndIt() throws Exception {
        SupervisedText located = locate(new ChatMl(), Renderers.chat("Hi", "say <|im_end|> twice"), "<|im_end|>");
        assertThat(supervised(located)).containsExactly("say <|im_end|> twice<|im_end|>");
    }

    private static TemplateRenderer marking(String answer) throws LuthierException {
        String template = "{% for m in messages %}{{ '<|' + m.role + '|>' }}{% if m.role == 'assistant' %}" + answer
                + "{% else %}{{ m.content }}{% endif %}{% endfor %}"
                + "{% if add_generation_prompt %}<|assistant|>{% endif %}";
        return new TemplateRenderer(ChatTemplate.parse(template, "test"), Map.of());
    }

    @Test
    void aTemplateThatMarksItsAnswersIsBelievedToTheCharacter() throws Exception {
        PromptRenderer marking = marking("Sure: {% generation %}{{ m.content + '<|end|> (over)' }}{% endgeneration %}");
        SupervisedText located = locate(marking, Renderers.chat("Hi", "Yo", "So", "Ah"), "<|end|>");
        assertThat(supervised(located)).containsExactly("Yo<|end|> (over)", "Ah<|end|> (over)");
        assertThat(located.stops()).isFalse();
        PromptRenderer stopping = marking("{% generation %}{{ m.content + '<|end|>\n' }}{% endgeneration %}");
        assertThat(locate(stopping, Renderers.chat("Hi", "Yo"), "<|end|>").stops())
                .isTrue();
    }

    @Test
    void ofMarkedAnswersOnlyTheWantedAreSupervised() throws Exception {
        PromptRenderer marking = marking("{% generation %}{{ m.content + '<|end|>' }}{% endgeneration %}");
        Supervision supervision = new Supervision(marking, List.of("<|end|>"), ADDED);
        assertThat(supervised(supervision.locate(Renderers.chat("Hi", "Yo", "So", "Ah"), true)))
                .containsExactly("Ah<|end|>");
        Example.Chat context = new Example.Chat(
                List.of(new Message("assistant", "Yo", List.of(), false), Message.of("assistant", "Ah")), List.of());
        assertThat(supervised(supervision.locate(context, false))).containsExactly("Ah<|end|>");
    }

    @Test
    void marksThatAreNotOneForEachAnswerAreSetAside() throws Exception {
        PromptRenderer marking = marking("{% if loop.last %}{% generation %}{{ m.content }}{% endgeneration %}"
                + "{% else %}{{ m.content }}{% endif %}{{ '<|end|>' }}");
        assertThat(supervised(locate(marking, Renderers.chat("Hi", "Yo", "So", "Ah"), "<|end|>")))
                .containsExactly("Yo<|end|>", "Ah<|end|>");
    }

    @Test
    void onlyTheLastTurnWhenAsked() throws Exception {
        Supervision supervision = new Supervision(new ChatMl(), List.of("<|im_end|>"), ADDED);
        SupervisedText located = supervision.locate(Renderers.chat("Hi", "Yo", "So", "Ah"), true);
        assertThat(supervised(located)).containsExactly("Ah<|im_end|>");
    }

    @Test
    void aTurnMarkedAsContextIsNotSupervised() throws Exception {
        Example.Chat chat = new Example.Chat(
                List.of(
                        Message.of("user", "Hi"),
                        new Message("assistant", "Yo", List.of(), false),
                        Message.of("user", "So"),
                        Message.of("assistant", "Ah")),
                List.of());
        assertThat(supervised(locate(new ChatMl(), chat, "<|im_end|>"))).containsExactly("Ah<|im_end|>");
    }

    @Test
    void toolCallsOfTheAssistantAreSupervised() throws Exception {
        PromptRenderer calls = (messages, _, prompt) -> {
            StringBuilder text = new StringBuilder();
            for (Message message : messages) {
                text.append("<|im_start|>").append(message.role()).append('\n');
                text.append(
                        message.toolCalls().isEmpty()
                                ? message.content()
                                : message.toolCalls().toString());
                text.append("<|im_end|>\n");
            }
            return text + (prompt ? "<|im_start|>assistant\n" : "");
        };
        Example.Chat chat = new Example.Chat(
                List.of(
                        Message.of("user", "Weather?"),
                        new Message("assistant", null, List.of(Map.of("name", "weather")), true),
                        Message.of("tool", "sunny"),
                        Message.of("assistant", "Sunny.")),
                List.of());
        assertThat(supervised(locate(calls, chat, "<|im_end|>")))
                .containsExactly("[{name=weather}]<|im_end|>", "Sunny.<|im_end|>");
    }

    @Test
    void anAnswerThatCannotBeLocatedDropsTheExample() throws Exception {
        SupervisedText located = locate(Renderers.TWICE, Renderers.chat("Hi", "Yo"), "<|im_end|>");
        assertThat(located.dropped()).isEqualTo(DropReason.NOT_LOCATABLE);
        assertThat(located.spans()).isEmpty();
    }

    @Test
    void anEmptyAnswerAndNoAnswerAreDifferentReasons() throws Exception {
        assertThat(locate(new ChatMl(), Renderers.chat("Hi", " \n"), "<|im_end|>")
                        .dropped())
                .isEqualTo(DropReason.EMPTY_ANSWER);
        assertThat(locate(new ChatMl(), Renderers.chat("Hi"), "<|im_end|>").dropped())
                .isEqualTo(DropReason.NOTHING_TRAINED);
    }

    @Test
    void aTemplateThatRefusesTheConversationIsHeard() {
        Example.Chat chat = new Example.Chat(List.of(Message.of("assistant", "Yo")), List.of());
        assertThatThrownBy(() -> locate(Renderers.TRIMMING, chat, "<end_of_turn>"))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("alternate");
    }
}
