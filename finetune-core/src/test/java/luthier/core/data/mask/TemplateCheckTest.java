package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.template.ChatTemplate;
import luthier.core.data.template.TemplateRenderer;
import luthier.core.fixture.Fixtures;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published templates of the fixtures, and templates written by hand with one trait each.
class TemplateCheckTest {
    private static final List<String> ADDED = List.of("<|im_start|>", "<|im_end|>", "<s>", "</s>");
    private static final String TURN =
            "{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}";
    private static final String PROMPT = "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    private static List<String> ofFixture(String name) throws IOException, LuthierException {
        Path folder = Fixtures.copy("tokenizers");
        JsonNode tokens = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("chat-templates.json")))
                .get("special_tokens")
                .get(name);
        Map<String, String> variables = new HashMap<>();
        tokens.propertyStream()
                .filter(token -> !token.getValue().asString().isEmpty())
                .forEach(token -> variables.put(token.getKey(), token.getValue().asString()));
        String source = Files.readString(folder.resolve("templates").resolve(name + ".jinja"));
        TemplateRenderer renderer = new TemplateRenderer(ChatTemplate.parse(source, name), variables);
        List<String> stops = List.of(tokens.get("eos_token").asString());
        List<String> added = List.of("<|im_start|>", "<|start_header_id|>", "<|end_header_id|>", stops.getFirst());
        return new TemplateCheck(renderer, variables.get("bos_token"), stops, added).sentences();
    }

    private static List<String> of(String template) throws LuthierException {
        TemplateRenderer renderer =
                new TemplateRenderer(ChatTemplate.parse(template, "test"), Map.of("bos_token", "<s>"));
        return new TemplateCheck(renderer, "<s>", List.of("<|im_end|>"), ADDED).sentences();
    }

    private static String each(String turn) {
        return "{% for message in messages %}" + turn + "{% endfor %}";
    }

    @Test
    void aPlainTemplateHasNoSurprises() throws Exception {
        assertThat(ofFixture("chatml")).isEmpty();
        assertThat(of("{{ bos_token }}" + each(TURN) + PROMPT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "smollm2, 'system You are a helpful AI assistant named SmolLM, trained by Hugging Face'",
        "qwen, system You are a helpful assistant."
    })
    void aDefaultSystemTextIsQuoted(String template, String text) throws Exception {
        assertThat(ofFixture(template))
                .containsExactly("The chat template begins a conversation without system turn with a text of its own: `"
                        + text + "`.");
    }

    @Test
    void aFixedDateIsTold() throws Exception {
        assertThat(ofFixture("llama3"))
                .containsExactly(
                        "The chat template writes a fixed date into every conversation, because its variable"
                                + " `date_string` is not set.",
                        "The chat template begins a conversation without system turn with a text of its own: `system"
                                + " Cutting Knowledge Date: December 2023 Today Date: 26 Jul 2024`.");
    }

    @Test
    void thePresentDateIsTold() throws Exception {
        assertThat(of("{{ strftime_now('%d %b %Y') }}" + each(TURN) + PROMPT))
                .anyMatch(line -> line.startsWith("The chat template writes the present date into every conversation"));
    }

    @Test
    void refusedRolesAndOrdersAreTold() throws Exception {
        String alternation =
                "The chat template refuses two turns of one role in a row; such records are left out and" + " counted.";
        assertThat(ofFixture("mistral")).containsExactly(alternation);
        assertThat(ofFixture("gemma"))
                .containsExactly(
                        alternation,
                        "The chat template refuses a system turn; records with one are left out and counted.");
    }

    @Test
    void aRefusalOfAPlainConversationIsAllThatCanBeSaid() throws Exception {
        assertThat(of("{{ raise_exception('no') }}"))
                .containsExactly("The chat template refuses a plain conversation of two questions and two answers; such"
                        + " records are left out and counted.");
    }

    @Test
    void aSecondBeginTokenIsTold() throws Exception {
        assertThat(of("{{ bos_token }}{{ bos_token }}" + each(TURN) + PROMPT))
                .containsExactly("The chat template writes the begin token `<s>` twice.");
    }

    @Test
    void anAnswerWithoutStopTokenIsTold() throws Exception {
        assertThat(of(each("{{ message.role + ': ' + message.content + '\\n' }}")
                        + "{% if add_generation_prompt %}{{ 'assistant: ' }}{% endif %}"))
                .containsExactly("The chat template does not end an answer in a stop token (`<|im_end|>`); the model"
                        + " will not learn to stop.");
    }

    @Test
    void anEarlierAnswerThatIsRewrittenIsTold() throws Exception {
        String thinking = "{% if loop.last and message.role == 'assistant' %}{{ '<|im_start|>assistant\\n<think>"
                + "\\n</think>' + message.content + '<|im_end|>\\n' }}{% else %}" + TURN + "{% endif %}";
        assertThat(of(each(thinking) + PROMPT))
                .singleElement()
                .asString()
                .startsWith("The chat template writes an earlier answer differently once more turns follow");
    }

    @Test
    void aPromptThatOpensThinkingIsTold() throws Exception {
        String thinking = "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n<think> it over' }}{% endif %}";
        assertThat(of(each(TURN) + thinking))
                .singleElement()
                .asString()
                .startsWith("The chat template ends a prompt with `it over`, which a finished conversation");
    }

    @Test
    void anAnswerWithoutAPlaceOfItsOwnIsTold() throws Exception {
        String twice = "{{ message.content + message.content + '<|im_end|>' }}";
        assertThat(of("{{ messages|length }}" + each(twice) + "{% if add_generation_prompt %}>{% endif %}"))
                .anyMatch(line -> line.startsWith("The chat template does not let its answers be found"));
    }
}
