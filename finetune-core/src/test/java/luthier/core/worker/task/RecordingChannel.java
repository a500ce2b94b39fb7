package luthier.core.worker.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// A channel within the process; every line goes through JSON, as between processes.
final class RecordingChannel implements TaskChannel {
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final Queue<Map<String, Object>> messages = new ArrayDeque<>();

    static List<Map<String, Object>> perform(
            WorkerTask task, Map<String, ?> request, List<Map<String, Object>> messages) throws LuthierException {
        RecordingChannel channel = new RecordingChannel();
        channel.messages.addAll(messages);
        task.perform(JsonLine.object("request", JsonLine.write(request)), channel);
        return channel.lines;
    }

    /// The last line of a task that is not spoken with.
    static Map<String, Object> answer(WorkerTask task, Map<String, ?> request) throws LuthierException {
        return perform(task, request, List.of()).getLast();
    }

    /// An object within a line.
    static Map<?, ?> object(Map<?, ?> line, String key) {
        if (line.get(key) instanceof Map<?, ?> object) {
            return object;
        }
        throw new AssertionError("no object `" + key + "` in " + line);
    }

    /// A number within a line.
    static double number(Map<?, ?> line, String key) {
        if (line.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new AssertionError("no number `" + key + "` in " + line);
    }

    @Override
    public void send(Map<String, ?> line) throws LuthierException {
        lines.add(JsonLine.object("line", JsonLine.write(line)));
    }

    @Override
    public @Nullable Map<String, Object> receive() {
        return messages.poll();
    }
}
