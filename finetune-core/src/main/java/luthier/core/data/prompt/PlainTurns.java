package luthier.core.data.prompt;

import java.util.List;
import luthier.core.data.Message;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// What the built-in formats can write: turns of plain text.
final class PlainTurns {
    private PlainTurns() {}

    static void check(String format, List<Message> messages, List<Object> tools) throws LuthierException {
        if (!tools.isEmpty()) {
            throw refused(format, "tools", "has no place for tools");
        }
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.content() == null
                    || !message.toolCalls().isEmpty()
                    || message.role().equals("tool")) {
                throw refused(format, "messages[" + i + "]", "has no place for tool calls and tool results");
            }
        }
    }

    static LuthierException refused(String format, String field, String problem) {
        return new LuthierException(new Failure.InvalidSpec(
                "prompt format " + format,
                field,
                problem + "; use a model with a chat template of its own, or leave such records out"));
    }
}
