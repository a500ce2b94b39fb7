package luthier.core.data.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.core.data.Span;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class TemplateRendererTest {
    private static final List<Message> ONE = List.of(Message.of("assistant", "Yo"));

    private static TemplateRenderer of(String template) throws LuthierException {
        return new TemplateRenderer(ChatTemplate.parse(template, "test"), Map.of("bos_token", "<s>"));
    }

    @Test
    void theTemplateSeesTheVariables() throws LuthierException {
        TemplateRenderer renderer = of("{{ bos_token }}{{ style }}");
        assertThat(renderer.render(ONE, List.of(), false)).isEqualTo("<s>");
        assertThat(renderer.with("style", "brief").render(ONE, List.of(), false))
                .isEqualTo("<s>brief");
    }

    @Test
    void generationBlocksAreMarks() throws LuthierException {
        assertThat(of("{{ bos_token }}{% generation %}{{ messages[0].content }}{% endgeneration %}.")
                        .marked(ONE, List.of()))
                .containsExactly(new Span(3, 5));
    }

    @Test
    void aTemplateWithoutBlocksOrWithOneOfUnknownPlaceMarksNothing() throws LuthierException {
        assertThat(of("{{ bos_token }}").marked(ONE, List.of())).isNull();
        assertThat(of("{% macro m() %}{% generation %}a{% endgeneration %}{% endmacro %}{{ m() }}")
                        .marked(ONE, List.of()))
                .isNull();
    }
}
