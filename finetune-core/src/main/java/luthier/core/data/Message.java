package luthier.core.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One turn of a chat.
///
/// @param role `system`, `user`, `assistant` or `tool`
/// @param content null only beside tool calls
/// @param toolCalls plain JSON values as the chat template sees them; empty without
/// @param train whether an assistant turn is supervised
public record Message(String role, @Nullable String content, List<Map<String, Object>> toolCalls, boolean train) {
    public Message {
        toolCalls = List.copyOf(toolCalls);
    }

    public static Message of(String role, String content) {
        return new Message(role, content, List.of(), true);
    }
}
