package luthier.datasets.messages;

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

/// OpenAI's `messages`: any order of turns that the model's template accepts.
public final class MessagesFormat extends RowFormat {
    public MessagesFormat() {
        super("messages", List.of(Role.required("messages", "messages"), Role.optional("tools", "tools", "functions")));
    }

    @Override
    protected boolean holds(Head head, Map<String, String> columns) {
        return head.listsObjects(columns.get("messages"), "role");
    }

    @Override
    protected Example example(Fields fields) throws BadRecord {
        String field = fields.column("messages");
        List<Message> messages = Turns.parse(fields.list("messages"), fields, field);
        Turns.checkAnswered(messages, field);
        return new Example.Chat(messages, ToolCalls.tools(fields.value("tools"), fields.column("tools")));
    }
}
