package luthier.core.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the engine asks between two steps: has someone asked for something?
public interface RunControl {
    /// Asked for between two steps; each request is handed out once.
    enum Request {
        NONE,
        CHECKPOINT,
        PAUSE,
        RESUME,
        /// stop after this step and write the result
        STOP_AND_KEEP,
        /// stop after this step, write a checkpoint to resume from, no result
        STOP,
        /// stop and throw the result away
        STOP_AND_DISCARD;

        /// The word on the control socket, such as `stop-and-keep`.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The request of that word, or null when there is none; `none` cannot be asked for.
        public static @Nullable Request byId(String id) {
            for (Request request : values()) {
                if (request != NONE && request.id().equals(id)) {
                    return request;
                }
            }
            return null;
        }
    }

    /// The oldest request not yet handed out.
    Request poll();

    /// Waits for the next request; used while paused.
    Request await() throws InterruptedException;
}
