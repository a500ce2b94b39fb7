package luthier.app.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// A worker that answers what a test says.
public final class ScriptedTasks implements Tasks {
    /// All messages that were sent, requests first.
    public final List<Map<String, ? extends @Nullable Object>> messages = new ArrayList<>();

    /// Conversations that were opened and not closed.
    public int open;

    private final Script script;

    /// The lines for a message: the request when it is the first, or a later one.
    @FunctionalInterface
    public interface Script {
        List<Map<String, ?>> lines(String task, Map<String, ? extends @Nullable Object> message)
                throws LuthierException;
    }

    public ScriptedTasks(Script script) {
        this.script = script;
    }

    @Override
    public Conversation open(String task, Map<String, ? extends @Nullable Object> request) throws LuthierException {
        messages.add(request);
        open++;
        return new ScriptedConversation(task, new ArrayDeque<>(script.lines(task, request)));
    }

    private final class ScriptedConversation implements Conversation {
        private final String task;
        private final Deque<Map<String, ?>> lines;

        ScriptedConversation(String task, Deque<Map<String, ?>> lines) {
            this.task = task;
            this.lines = lines;
        }

        @Override
        public void send(Map<String, ?> message) {
            messages.add(message);
            try {
                lines.addAll(script.lines(task, message));
            } catch (LuthierException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public @Nullable Answer next() {
            Map<String, ?> line = lines.poll();
            return line == null ? null : new Answer(line);
        }

        @Override
        public void close() {
            open--;
        }
    }
}
