package luthier.app.worker;

import java.util.Map;
import luthier.core.client.TaskClient;
import luthier.core.client.TaskSession;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Tasks in worker processes of their own.
public record ProcessTasks(TaskClient client) implements Tasks {
    @Override
    public Conversation open(String task, Map<String, ? extends @Nullable Object> request) throws LuthierException {
        return new ProcessConversation(client.open(task, request));
    }

    private record ProcessConversation(TaskSession session) implements Conversation {
        @Override
        public void send(Map<String, ?> message) {
            session.send(message);
        }

        @Override
        public @Nullable Answer next() throws LuthierException {
            Map<String, Object> line = session.next();
            return line == null ? null : new Answer(line);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
