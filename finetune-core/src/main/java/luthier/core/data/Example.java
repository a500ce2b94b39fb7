package luthier.core.data;

import java.util.List;

/// One training example before tokenising.
public sealed interface Example {
    /// Plain text; every token is supervised.
    record Text(String text) implements Example {}

    /// A conversation; the assistant's turns are supervised.
    ///
    /// @param tools plain JSON values for the template, empty without
    record Chat(List<Message> messages, List<Object> tools) implements Example {
        public Chat {
            messages = List.copyOf(messages);
            tools = List.copyOf(tools);
        }
    }

    /// Joined as they stand, no template; the completion is supervised.
    record PromptCompletion(String prompt, String completion) implements Example {}
}
