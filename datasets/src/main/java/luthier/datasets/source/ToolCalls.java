package luthier.datasets.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Tool calls and tool lists as chat templates see them: plain values, arguments as objects, no null members.
public final class ToolCalls {
    private ToolCalls() {}

    /// The calls of one assistant turn: `{id?, type, function: {name, arguments}}` or bare `{name, arguments}`; one, a
    /// list, or the JSON text of either.
    public static List<Map<String, Object>> parse(@Nullable Object value, String field) throws BadRecord {
        List<Map<String, Object>> calls = new ArrayList<>();
        Object parsed = fromText(value, field);
        for (Object element : parsed instanceof List<?> list ? list : parsed == null ? List.of() : List.of(parsed)) {
            if (!(element instanceof Map<?, ?> call)) {
                throw new BadRecord(
                        Defect.WRONG_TYPE, field, "expected a tool call as an object, found " + Json.kindOf(element));
            }
            calls.add(call(call, field));
        }
        return calls;
    }

    /// The tools on offer: a list, or its JSON text.
    public static List<Object> tools(@Nullable Object value, String field) throws BadRecord {
        Object parsed = fromText(value, field);
        return switch (parsed) {
            case null -> List.of();
            case List<?> list when Json.withoutNulls(list) instanceof List<?> tools -> List.copyOf(tools);
            default ->
                throw new BadRecord(Defect.WRONG_TYPE, field, "expected a list of tools, found " + Json.kindOf(parsed));
        };
    }

    private static Map<String, Object> call(Map<?, ?> call, String field) throws BadRecord {
        Map<?, ?> function = call.get("function") instanceof Map<?, ?> inner ? inner : call;
        if (!(function.get("name") instanceof String name) || name.isBlank()) {
            throw new BadRecord(Defect.WRONG_TYPE, field, "a tool call has no `name`");
        }
        Object arguments = fromText(function.get("arguments"), field);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", name);
        named.put("arguments", arguments == null ? Map.of() : Json.withoutNulls(arguments));
        Map<String, Object> result = new LinkedHashMap<>();
        if (call.get("id") instanceof String id) {
            result.put("id", id);
        }
        result.put("type", "function");
        result.put("function", named);
        return result;
    }

    private static @Nullable Object fromText(@Nullable Object value, String field) throws BadRecord {
        if (!(value instanceof String text)) {
            return value;
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            return Json.STRICT_DOCUMENT.readValue(text, Object.class);
        } catch (JacksonException e) {
            throw new BadRecord(Defect.WRONG_TYPE, field, "the text is not valid JSON (" + Json.complaint(e) + ")");
        }
    }
}
