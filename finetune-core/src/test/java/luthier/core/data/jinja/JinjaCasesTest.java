package luthier.core.data.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every case of `jinja-cases.json`, which `make_jinja_cases.py` beside it wrote with jinja2 itself.
class JinjaCasesTest {
    /// Failures whose words are the template author's or jinja2's own; those of Python are worded freely.
    private static final Set<String> SAME_MESSAGE = Set.of("TemplateError", "UndefinedError", "SecurityError");

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2024-07-26T12:00:00Z");

    private static JsonNode file() throws IOException {
        try (InputStream file = Objects.requireNonNull(JinjaCasesTest.class.getResourceAsStream("jinja-cases.json"))) {
            return JsonMapper.shared().readTree(file);
        }
    }

    static Stream<Arguments> cases() throws IOException {
        JsonNode file = file();
        Map<?, ?> variables = JsonMapper.shared().treeToValue(file.get("variables"), Map.class);
        return StreamSupport.stream(file.get("cases").spliterator(), false)
                .map(row -> Arguments.of(row.get("template").asString(), row, variables));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rendersOrFailsAsJinja2(String template, JsonNode row, Map<String, Object> variables) {
        if (row.has("rendered")) {
            assertThat(Template.parse(template).render(variables, NOW).text())
                    .isEqualTo(row.get("rendered").asString());
        } else {
            assertThatThrownBy(() -> Template.parse(template).render(variables, NOW))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining(
                            SAME_MESSAGE.contains(row.get("kind").asString())
                                    ? row.get("error").asString()
                                    : "");
        }
    }
}
