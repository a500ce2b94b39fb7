package luthier.datasets.sharegpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.datasets.source.BadRecord;
import luthier.datasets.source.Fields;
import luthier.datasets.source.Head;
import luthier.datasets.source.Role;
import luthier.datasets.source.RowFormat;
import luthier.datasets.source.ToolCalls;
import luthier.datasets.source.Turns;

/// `conversations` of `from` and `value`. What is safe to repair is repaired and counted; `repair` = `off`
/// skips instead.
public final class SharegptFormat extends RowFormat {
    public SharegptFormat() {
        super(
                "sharegpt",
                List.of(
                        Role.required("conversations", "conversations", "conversation", "dialog"),
                        Role.optional("system", "system"),
                        Role.optional("tools", "tools"),
                        Role.optional("repair")));
    }

    @Override
    protected boolean holds(Head head, Map<String, String> columns) {
        String column = columns.get("conversations");
        return head.listsObjects(column, "from", "value") || head.listsObjects(column, "role", "content");
    }

    @Override
    protected Example example(Fields fields) throws BadRecord {
        String field = fields.column("conversations");
        List<Message> messages = new ArrayList<>();
        String system = fields.text("system");
        if (!system.isBlank()) {
            messages.add(Message.of("system", system));
        }
        messages.addAll(new ConversationTurns(fields, field).parse(fields.list("conversations")));
        Turns.checkAnswered(messages, field);
        return new Example.Chat(messages, ToolCalls.tools(fields.value("tools"), fields.column("tools")));
    }
}
