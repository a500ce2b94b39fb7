package luthier.core.data.template;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.core.data.PromptRenderer;
import luthier.core.data.Span;
import luthier.core.data.jinja.Rendering;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// A chat template with the variables it is given: the special tokens of its model, and settings.
public record TemplateRenderer(ChatTemplate template, Map<String, String> variables) implements PromptRenderer {
    public TemplateRenderer {
        variables = Map.copyOf(variables);
    }

    @Override
    public String render(List<Message> messages, List<Object> tools, boolean addGenerationPrompt)
            throws LuthierException {
        return template.render(messages, tools, addGenerationPrompt, variables);
    }

    @Override
    public @Nullable List<Span> marked(List<Message> messages, List<Object> tools) throws LuthierException {
        Rendering rendering = template.rendering(messages, tools, false, variables);
        if (rendering.spans().isEmpty() || !rendering.spansComplete()) {
            return null;
        }
        return rendering.spans().stream()
                .map(span -> new Span(span.begin(), span.end()))
                .toList();
    }

    /// The same with another moment as its date.
    public TemplateRenderer at(ZonedDateTime moment) {
        return new TemplateRenderer(template.at(moment), variables);
    }

    /// The same with one more variable.
    public TemplateRenderer with(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new TemplateRenderer(template, more);
    }
}
