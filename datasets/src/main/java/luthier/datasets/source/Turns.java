package luthier.datasets.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import org.jspecify.annotations.Nullable;

/// Turns in OpenAI's shape: `role`, `content`, `tool_calls`, and a train flag on assistant turns.
public final class Turns {
    private final Fields fields;
    private final String field;
    private final List<Message> messages = new ArrayList<>();

    private Turns(Fields fields, String field) {
        this.fields = fields;
        this.field = field;
    }

    public static List<Message> parse(List<?> turns, Fields fields, String field) throws BadRecord {
        Turns parsed = new Turns(fields, field);
        for (int i = 0; i < turns.size(); i++) {
            parsed.add(turns.get(i), field + "[" + i + "]");
        }
        return parsed.messages;
    }

    /// Refuses a conversation that has nothing to learn.
    public static void checkAnswered(List<Message> messages, String field) throws BadRecord {
        if (messages.stream().noneMatch(message -> message.role().equals("assistant"))) {
            throw new BadRecord(Defect.TURNS_SKIPPED, field, "there is no `assistant` turn");
        }
    }

    private void add(@Nullable Object turn, String where) throws BadRecord {
        if (!(turn instanceof Map<?, ?> members)) {
            throw new BadRecord(Defect.WRONG_TYPE, where, "expected a turn as an object, found " + Json.kindOf(turn));
        }
        String role = role(members.get("role"), where);
        Object calls = members.get("tool_calls") != null ? members.get("tool_calls") : members.get("function_call");
        List<Map<String, Object>> toolCalls =
                role.equals("assistant") ? ToolCalls.parse(calls, where + ".tool_calls") : List.of();
        String content = content(members.get("content"), where + ".content");
        if (toolCalls.isEmpty() && (content == null || role.equals("assistant") && content.isBlank())) {
            throw new BadRecord(Defect.EMPTY, where + ".content", "is empty");
        }
        checkOrder(role, where);
        messages.add(new Message(role, content, toolCalls, trained(role, members)));
    }

    private void checkOrder(String role, String where) throws BadRecord {
        String before = messages.isEmpty() ? "" : messages.getLast().role();
        if (role.equals("tool")
                && messages.stream().allMatch(message -> message.toolCalls().isEmpty())) {
            throw new BadRecord(Defect.TURNS_SKIPPED, where, "a `tool` turn without a tool call before it");
        }
        if (role.equals(before) && !role.equals("tool")) {
            fields.report()
                    .note(
                            Defect.TURNS_KEPT,
                            fields.line(),
                            where,
                            "two `" + role + "` turns in a row were kept; some chat templates refuse them.");
        }
    }

    private static String role(@Nullable Object role, String where) throws BadRecord {
        if (role == null) {
            throw new BadRecord(Defect.TURNS_SKIPPED, where, "the turn has no `role`");
        }
        return switch (role.toString()) {
            case "system", "developer" -> "system";
            case "user" -> "user";
            case "assistant" -> "assistant";
            case "tool", "function" -> "tool";
            default -> throw new BadRecord(Defect.TURNS_SKIPPED, where, "unknown role `" + role + "`");
        };
    }

    /// Text, or the joined text parts of a list; null stays null.
    private @Nullable String content(@Nullable Object content, String where) throws BadRecord {
        if (content == null) {
            return null;
        }
        if (!(content instanceof List<?> parts)) {
            return fields.text(content, where);
        }
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (!(part instanceof Map<?, ?> members) || !(members.get("text") instanceof String partText)) {
                throw new BadRecord(Defect.WRONG_TYPE, where, "holds a part that is not text");
            }
            text.append(fields.text(partText, where));
        }
        return text.toString();
    }

    private static boolean trained(String role, Map<?, ?> members) {
        if (!role.equals("assistant")) {
            return true;
        }
        boolean weighted = !(members.get("weight") instanceof Number weight) || weight.doubleValue() != 0;
        return weighted && !Boolean.FALSE.equals(members.get("train")) && !Boolean.FALSE.equals(members.get("loss"));
    }
}
