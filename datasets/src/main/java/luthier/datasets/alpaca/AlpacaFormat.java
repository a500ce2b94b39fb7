package luthier.datasets.alpaca;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.datasets.source.BadRecord;
import luthier.datasets.source.Defect;
import luthier.datasets.source.Fields;
import luthier.datasets.source.Role;
import luthier.datasets.source.RowFormat;

/// Instruction, perhaps an input, and the answer: a conversation of one exchange, or more with a `history`.
public final class AlpacaFormat extends RowFormat {
    public AlpacaFormat() {
        super(
                "alpaca",
                List.of(
                        Role.required("instruction", "instruction"),
                        Role.optional("input", "input", "context", "query"),
                        Role.required("output", "output", "response"),
                        Role.optional("system", "system"),
                        Role.optional("history", "history")));
    }

    @Override
    protected Example example(Fields fields) throws BadRecord {
        List<Message> messages = new ArrayList<>();
        String system = fields.text("system");
        if (!system.isBlank()) {
            messages.add(Message.of("system", system));
        }
        for (Object pair : fields.list("history")) {
            addPair(pair, messages, fields);
        }
        messages.add(Message.of("user", question(fields)));
        messages.add(Message.of("assistant", fields.filled("output")));
        return new Example.Chat(messages, List.of());
    }

    private static String question(Fields fields) throws BadRecord {
        String instruction = fields.text("instruction");
        String input = fields.text("input");
        if (input.isBlank() || input.strip().equals("<noinput>")) {
            return fields.filled("instruction");
        }
        return instruction.isBlank() ? input : instruction + "\n" + input;
    }

    private static void addPair(Object pair, List<Message> messages, Fields fields) throws BadRecord {
        String field = fields.column("history");
        if (!(pair instanceof List<?> turns) || turns.size() != 2 || turns.get(0) == null || turns.get(1) == null) {
            throw new BadRecord(Defect.WRONG_TYPE, field, "expected pairs of a question and an answer");
        }
        messages.add(Message.of("user", fields.text(turns.get(0), field)));
        messages.add(Message.of("assistant", fields.text(turns.get(1), field)));
    }
}
