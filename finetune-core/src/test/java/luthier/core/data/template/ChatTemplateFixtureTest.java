package luthier.core.data.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import luthier.core.data.Message;
import luthier.core.fixture.Fixtures;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Renders every template and conversation of the fixtures, byte for byte as transformers does.
@Tag("fixture")
class ChatTemplateFixtureTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Arguments> renders() throws IOException {
        Path folder = Fixtures.folder("tokenizers");
        JsonNode file = JSON.readTree(Files.readString(folder.resolve("chat-templates.json")));
        Map<String, JsonNode> conversations = new HashMap<>();
        file.get("conversations")
                .forEach(each -> conversations.put(each.get("name").asString(), each));
        return StreamSupport.stream(file.get("renders").spliterator(), false).map(row -> {
            String template = row.get("template").asString();
            String conversation = row.get("conversation").asString();
            return Arguments.of(
                    template + ", " + conversation + ", " + row.get("add_generation_prompt"),
                    folder.resolve("templates").resolve(template + ".jinja"),
                    Objects.requireNonNull(conversations.get(conversation)),
                    file.get("special_tokens").get(template),
                    row);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("renders")
    void rendersAsTransformersDoes(
            String name, Path template, JsonNode conversation, JsonNode specialTokens, JsonNode row)
            throws IOException, LuthierException {
        ChatTemplate parsed = ChatTemplate.parse(
                Files.readString(template), template.getFileName().toString());
        List<Message> messages = new ArrayList<>();
        conversation.get("messages").forEach(each -> messages.add(message(each)));
        List<Object> tools = conversation.has("tools") ? list(conversation.get("tools")) : List.of();
        Map<String, Object> variables = new HashMap<>();
        specialTokens.propertyStream().forEach(token -> {
            if (!token.getValue().asString().isEmpty()) {
                variables.put(token.getKey(), token.getValue().asString());
            }
        });
        boolean prompt = row.get("add_generation_prompt").asBoolean();
        if (row.has("rendered")) {
            assertThat(parsed.render(messages, tools, prompt, variables))
                    .as(name)
                    .isEqualTo(row.get("rendered").asString());
        } else {
            assertThatThrownBy(() -> parsed.render(messages, tools, prompt, variables))
                    .as(name)
                    .isInstanceOf(LuthierException.class)
                    .hasMessageContaining(row.get("error").asString());
        }
    }

    private static Message message(JsonNode node) {
        List<Map<String, Object>> calls = new ArrayList<>();
        if (node.has("tool_calls")) {
            node.get("tool_calls").forEach(call -> calls.add(map(call)));
        }
        return new Message(node.get("role").asString(), node.get("content").asString(), calls, true);
    }

    private static List<Object> list(JsonNode node) {
        List<Object> items = new ArrayList<>();
        node.forEach(item -> items.add(map(item)));
        return items;
    }

    private static Map<String, Object> map(JsonNode node) {
        return JSON.treeToValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
