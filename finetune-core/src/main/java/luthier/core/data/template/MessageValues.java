package luthier.core.data.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A turn as templates see it: `role`, `content`, and `tool_calls` only when there are some.
final class MessageValues {
    private static final JsonMapper JSON = JsonMapper.shared();

    private MessageValues() {}

    static Map<String, @Nullable Object> of(Message message) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("role", message.role());
        value.put("content", message.content());
        if (!message.toolCalls().isEmpty()) {
            List<Object> calls = new ArrayList<>();
            message.toolCalls().forEach(call -> calls.add(call(call)));
            value.put("tool_calls", calls);
        }
        return value;
    }

    private static Map<String, @Nullable Object> call(Map<?, ?> call) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        call.forEach((key, item) -> {
            boolean function = "function".equals(key) && item instanceof Map;
            value.put(String.valueOf(key), function ? call((Map<?, ?>) item) : argument(key, item));
        });
        return value;
    }

    private static @Nullable Object argument(@Nullable Object key, @Nullable Object value) {
        return "arguments".equals(key) && value instanceof String text ? object(text) : value;
    }

    /// Templates call `tojson` on the arguments, which would quote a text that is JSON already.
    private static Object object(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            return JSON.readValue(text, Map.class);
        } catch (JacksonException notJson) {
            return text;
        }
    }
}
