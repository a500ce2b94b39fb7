package luthier.app.worker;

import java.util.Map;
import java.util.function.Consumer;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Everything a worker does besides a run.
public interface Tasks {
    /// Starts a task that is spoken with; closing the conversation ends it.
    Conversation open(String task, Map<String, ? extends @Nullable Object> request) throws LuthierException;

    /// Runs a task to its end.
    ///
    /// @return its last line, the answer; the lines before it go to `progress`
    default Answer call(String task, Map<String, ? extends @Nullable Object> request, Consumer<Answer> progress)
            throws LuthierException {
        try (Conversation conversation = open(task, request)) {
            Answer last = conversation.answer();
            @Nullable Answer next = conversation.next();
            while (next != null) {
                progress.accept(last);
                last = next;
                next = conversation.next();
            }
            return last;
        }
    }
}
