package luthier.core.data.template;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.core.data.jinja.Rendering;
import luthier.core.data.jinja.Template;
import luthier.core.data.jinja.TemplateException;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// A model's own chat template. Immutable and free to be shared between threads.
///
/// The rendered text holds the special tokens that the template writes, among them the first one:
/// it is tokenised without adding any.
public final class ChatTemplate {
    private final Template template;
    private final String source;
    private final String origin;
    private final ZonedDateTime now;

    private ChatTemplate(Template template, String source, String origin, ZonedDateTime now) {
        this.template = template;
        this.source = source;
        this.origin = origin;
        this.now = now;
    }

    /// Reads a template that sees the present moment as its date.
    ///
    /// @param origin the file the template came from, for messages
    public static ChatTemplate parse(String source, String origin) throws LuthierException {
        return parse(source, origin, ZonedDateTime.now());
    }

    /// @param now what `strftime_now` shows; one moment for a whole run, or prompts change over midnight
    public static ChatTemplate parse(String source, String origin, ZonedDateTime now) throws LuthierException {
        try {
            return new ChatTemplate(Template.parse(source), source, origin, now);
        } catch (TemplateException unreadable) {
            throw new LuthierException(
                    new Failure.UnreadableModel(
                            origin,
                            "the chat template cannot be read: " + placed(unreadable),
                            "correct the template at that line, or choose another one"),
                    unreadable);
        }
    }

    /// The same template at another moment.
    public ChatTemplate at(ZonedDateTime moment) {
        return new ChatTemplate(template, source, origin, moment);
    }

    public String source() {
        return source;
    }

    /// @param tools plain JSON values; none when empty
    /// @param variables special tokens such as `bos_token` and settings such as `enable_thinking`
    public String render(
            List<Message> messages,
            List<Object> tools,
            boolean addGenerationPrompt,
            Map<String, ? extends @Nullable Object> variables)
            throws LuthierException {
        return rendering(messages, tools, addGenerationPrompt, variables).text();
    }

    /// As [#render], with the places of the template's `generation` blocks.
    public Rendering rendering(
            List<Message> messages,
            List<Object> tools,
            boolean addGenerationPrompt,
            Map<String, ? extends @Nullable Object> variables)
            throws LuthierException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("messages", messages.stream().map(MessageValues::of).toList());
        all.put("tools", tools.isEmpty() ? null : tools);
        all.put("documents", null);
        all.put("add_generation_prompt", addGenerationPrompt);
        all.putAll(variables);
        try {
            return template.render(all, now);
        } catch (TemplateException refused) {
            throw new LuthierException(
                    new Failure.UnreadableModel(
                            origin,
                            "the chat template refuses the conversation: " + placed(refused),
                            "change the conversation to what the template accepts, or choose another template"),
                    refused);
        }
    }

    private static String placed(TemplateException failure) {
        return failure.line() > 0 ? failure.getMessage() + " (line " + failure.line() + ")" : failure.getMessage();
    }
}
