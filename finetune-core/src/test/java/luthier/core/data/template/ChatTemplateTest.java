package luthier.core.data.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.core.data.jinja.Rendering;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {
    private static final List<Message> ONE = List.of(Message.of("user", "hi"));

    private static String render(String template, List<Message> messages) throws LuthierException {
        return ChatTemplate.parse(template, "test").render(messages, List.of(), false, Map.of());
    }

    @Test
    void emptyToolsAndDocumentsAreNone() throws LuthierException {
        assertThat(render("{{ tools is none }} {{ documents is none }} {{ add_generation_prompt }}", ONE))
                .isEqualTo("True True False");
    }

    @Test
    void givenToolsAreAList() throws LuthierException {
        String text = ChatTemplate.parse("{{ tools|tojson }}", "test")
                .render(ONE, List.of(Map.of("type", "function")), true, Map.of());
        assertThat(text).isEqualTo("[{\"type\": \"function\"}]");
    }

    @Test
    void variablesReachTheTemplate() throws LuthierException {
        String text = ChatTemplate.parse("{{ bos_token }}{{ enable_thinking }}{{ eos_token is defined }}", "test")
                .render(ONE, List.of(), false, Map.of("bos_token", "<s>", "enable_thinking", false));
        assertThat(text).isEqualTo("<s>FalseFalse");
    }

    @Test
    void aTurnWithoutToolCallsHasNoSuchKey() throws LuthierException {
        assertThat(render("{{ messages[0] }}", ONE)).isEqualTo("{'role': 'user', 'content': 'hi'}");
    }

    @Test
    void aTurnWithoutContentHasNone() throws LuthierException {
        Message turn = new Message("assistant", null, List.of(Map.of("name", "f")), true);
        assertThat(render("{{ messages[0].content is none }}", List.of(turn))).isEqualTo("True");
    }

    @Test
    void argumentsThatAreJsonTextBecomeObjectsInTheirOrder() throws LuthierException {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", "f");
        function.put("arguments", "{\"z\": 1, \"a\": [1.0, null]}");
        Message turn = new Message("assistant", null, List.of(Map.of("function", function)), true);
        assertThat(render("{{ messages[0].tool_calls[0].function.arguments|tojson }}", List.of(turn)))
                .isEqualTo("{\"z\": 1, \"a\": [1.0, null]}");
    }

    @Test
    void argumentsThatAreOtherTextStayText() throws LuthierException {
        for (String arguments : List.of("plain", "{cut off", "[1]")) {
            Message turn = new Message("assistant", null, List.of(Map.of("arguments", arguments)), true);
            assertThat(render("{{ messages[0].tool_calls[0].arguments }}", List.of(turn)))
                    .isEqualTo(arguments);
        }
    }

    @Test
    void aTemplateThatRaisesNamesItsFileItsMessageAndTheLine() {
        assertThatThrownBy(() -> render("a\n\n{{ raise_exception('roles must alternate') }}", ONE))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        failure -> assertThat(failure.failure())
                                .isInstanceOfSatisfying(Failure.UnreadableModel.class, facts -> {
                                    assertThat(facts.file()).isEqualTo("test");
                                    assertThat(facts.problem())
                                            .contains("roles must alternate")
                                            .contains("line 3");
                                    assertThat(facts.advice()).isNotBlank();
                                }));
    }

    @Test
    void aTemplateWithAFaultNamesTheLine() {
        assertThatThrownBy(() -> ChatTemplate.parse("a\n{% if x %}\n{{ 1 + }}", "chat_template.jinja"))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("chat_template.jinja")
                .hasMessageContaining("line 3");
    }

    @Test
    void theDateIsTheOneGiven() throws LuthierException {
        ZonedDateTime day = ZonedDateTime.parse("2024-07-04T23:59:00+02:00");
        String text = ChatTemplate.parse("{{ strftime_now('%d %b %Y') }}", "test", day)
                .render(ONE, List.of(), false, Map.of());
        assertThat(text).isEqualTo("04 Jul 2024");
    }

    @Test
    void generationBlocksGiveTheirPlacesAlsoTheFirst() throws LuthierException {
        String template = "{% generation %}first{% endgeneration %}-{% for m in messages %}[{{ m.role }}]"
                + "{% generation %}{{ m.content }}<end>{% endgeneration %}\n{% endfor %}";
        Rendering rendering = ChatTemplate.parse(template, "test")
                .rendering(
                        List.of(Message.of("assistant", "a🙂"), Message.of("assistant", "")),
                        List.of(),
                        false,
                        Map.of());
        assertThat(rendering.spans())
                .extracting(span -> rendering.text().substring(span.begin(), span.end()))
                .containsExactly("first", "a🙂<end>", "<end>");
        assertThat(rendering.spansComplete()).isTrue();
    }

    @Test
    void aGenerationBlockInsideAMacroHasNoKnownPlace() throws LuthierException {
        String template = "{% macro m() %}{% generation %}a{% endgeneration %}{% endmacro %}{{ m() }}";
        Rendering rendering = ChatTemplate.parse(template, "test").rendering(ONE, List.of(), false, Map.of());
        assertThat(rendering.text()).isEqualTo("a");
        assertThat(rendering.spans()).isEmpty();
        assertThat(rendering.spansComplete()).isFalse();
    }

    @Test
    void timeGrowsLinearlyWithTheConversation() throws LuthierException {
        ChatTemplate template = ChatTemplate.parse(
                "{% for m in messages %}{{ '<|' + m['role'] + '|>' + m['content']|trim + loop.index|string }}"
                        + "{{ '' if loop.last else '\\n' }}{% endfor %}",
                "test");
        renderSeconds(template, 20_000);
        double small = renderSeconds(template, 20_000);
        double large = renderSeconds(template, 160_000);
        // eight times the turns: quadratic would be 64 times the time
        assertThat(large / small).isLessThan(32);
    }

    /// The best of three, so that a pause of the machine does not count.
    private static double renderSeconds(ChatTemplate template, int turns) throws LuthierException {
        List<Message> messages = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            messages.add(Message.of(turn % 2 == 0 ? "user" : "assistant", "some words of turn " + turn));
        }
        double best = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) {
            long begin = System.nanoTime();
            String text = template.render(messages, List.of(), false, Map.of());
            best = Math.min(best, (System.nanoTime() - begin) / 1e9);
            assertThat(text.lines().count()).isEqualTo(turns);
        }
        return best;
    }
}
