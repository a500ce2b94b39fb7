package luthier.app.run;

import luthier.core.run.RunSpec;

/// A line of the list on the left.
public sealed interface ListEntry {
    /// @param key of its word
    record Group(String key, int count) implements ListEntry {}

    record Run(RunViewModel run) implements ListEntry {}

    /// @param index in the queue
    record Waiting(int index, RunSpec spec) implements ListEntry {}
}
