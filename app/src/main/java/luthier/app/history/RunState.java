package luthier.app.history;

import java.util.Locale;

/// How a run stands.
public enum RunState {
    RUNNING,
    PAUSED,
    FINISHED,
    STOPPED,
    FAILED,
    /// its process is gone without an end
    DIED;

    /// Whether a worker is at it.
    public boolean active() {
        return this == RUNNING || this == PAUSED;
    }

    /// Whether it can be continued from a checkpoint.
    public boolean resumable() {
        return this == STOPPED || this == FAILED || this == DIED;
    }

    /// Key of its word.
    public String key() {
        return "run.state." + name().toLowerCase(Locale.ROOT);
    }
}
