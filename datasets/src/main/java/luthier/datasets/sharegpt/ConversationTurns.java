package luthier.datasets.sharegpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.datasets.source.BadRecord;
import luthier.datasets.source.Defect;
import luthier.datasets.source.Fields;
import luthier.datasets.source.ToolCalls;
import org.jspecify.annotations.Nullable;

/// The turns of one conversation, brought into an order that templates accept.
final class ConversationTurns {
    private final Fields fields;
    private final String field;
    private final boolean repairing;
    private final List<Message> turns = new ArrayList<>();

    ConversationTurns(Fields fields, String field) {
        this.fields = fields;
        this.field = field;
        this.repairing = !fields.column("repair").equals("off");
    }

    List<Message> parse(List<?> values) throws BadRecord {
        for (int i = 0; i < values.size(); i++) {
            add(values.get(i), field + "[" + i + "]");
        }
        int trailing = turns.size();
        while (trailing > 0 && turns.get(trailing - 1).role().equals("user")) {
            trailing--;
        }
        if (trailing > 0 && trailing < turns.size()) {
            repair(field, "a `user` turn without an answer at the end", "was dropped");
            return turns.subList(0, trailing);
        }
        return turns;
    }

    private void add(@Nullable Object value, String where) throws BadRecord {
        if (!(value instanceof Map<?, ?> members)) {
            throw new BadRecord(Defect.WRONG_TYPE, where, "expected a turn as an object");
        }
        Object name = members.containsKey("from") ? members.get("from") : members.get("role");
        Object content = members.containsKey("value") ? members.get("value") : members.get("content");
        if (content == null) {
            throw new BadRecord(Defect.EMPTY, where, "the turn has no `value`");
        }
        Message turn = turn(String.valueOf(name), content, where);
        boolean started = turns.stream().anyMatch(before -> before.role().equals("user"));
        if (turn.role().equals("assistant") && !started) {
            repair(where, "an `assistant` turn before the first `user` turn", "was dropped");
            return;
        }
        String before = turns.isEmpty() ? "" : turns.getLast().role();
        if (turn.role().equals("tool")
                && turns.stream().allMatch(each -> each.toolCalls().isEmpty())) {
            throw new BadRecord(Defect.TURNS_SKIPPED, where, "a `tool` turn without a tool call before it");
        }
        if (turn.role().equals(before) && !before.equals("tool")) {
            repair(where, "two `" + before + "` turns in a row", "were joined");
            turns.add(joined(turns.removeLast(), turn));
        } else {
            turns.add(turn);
        }
    }

    private Message turn(String name, Object content, String where) throws BadRecord {
        return switch (name) {
            case "function_call" -> new Message("assistant", null, ToolCalls.parse(content, where), true);
            case "human", "user", "prompter" -> Message.of("user", fields.text(content, where));
            case "system" -> Message.of("system", fields.text(content, where));
            case "observation", "tool", "function_response" -> Message.of("tool", fields.text(content, where));
            case "gpt", "assistant", "model", "bot", "chatgpt", "bing", "bard" -> answer(content, where);
            default -> throw new BadRecord(Defect.TURNS_SKIPPED, where, "unknown role `" + name + "`");
        };
    }

    private Message answer(Object content, String where) throws BadRecord {
        String text = fields.text(content, where);
        if (text.isBlank()) {
            throw new BadRecord(Defect.EMPTY, where, "is empty");
        }
        return Message.of("assistant", text);
    }

    private static Message joined(Message first, Message second) {
        String content = first.content();
        if (second.content() != null) {
            content = content == null ? second.content() : content + "\n\n" + second.content();
        }
        List<Map<String, Object>> calls = new ArrayList<>(first.toolCalls());
        calls.addAll(second.toolCalls());
        return new Message(first.role(), content, calls, true);
    }

    private void repair(String where, String found, String done) throws BadRecord {
        if (!repairing) {
            throw new BadRecord(Defect.TURNS_SKIPPED, where, found);
        }
        fields.report().note(Defect.TURNS_REPAIRED, fields.line(), where, found + " " + done + ".");
    }
}
