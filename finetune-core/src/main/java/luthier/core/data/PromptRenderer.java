package luthier.core.data;

import java.util.List;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Writes a conversation as the text a model reads: its own chat template, or a built-in format.
@FunctionalInterface
public interface PromptRenderer {
    /// The text is tokenised as it stands; a renderer writes the begin token itself if there shall be one.
    ///
    /// @param tools plain JSON values, empty without
    /// @param addGenerationPrompt whether the text ends where the assistant's next answer begins
    String render(List<Message> messages, List<Object> tools, boolean addGenerationPrompt) throws LuthierException;

    /// Where the format itself marks the assistant's text in a whole conversation, as templates with `generation`
    /// blocks do; null when it marks nothing.
    default @Nullable List<Span> marked(List<Message> messages, List<Object> tools) throws LuthierException {
        return null;
    }
}
