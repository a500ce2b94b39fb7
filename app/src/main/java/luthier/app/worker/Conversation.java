package luthier.app.worker;

import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// A task that answers as long as it is asked.
public interface Conversation extends AutoCloseable {
    void send(Map<String, ?> message);

    /// The next line, null after the last.
    @Nullable
    Answer next() throws LuthierException;

    /// The next line, which must come.
    default Answer answer() throws LuthierException {
        Answer answer = next();
        if (answer == null) {
            throw new LuthierException(new Failure.EngineFault("the worker ended without an answer"));
        }
        return answer;
    }

    @Override
    void close();
}
