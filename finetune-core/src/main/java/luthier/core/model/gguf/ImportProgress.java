package luthier.core.model.gguf;

/// Told how far an import is, some hundred times.
@FunctionalInterface
public interface ImportProgress {
    /// @param doneBytes bytes of weights written so far
    /// @param totalBytes bytes of weights to write
    void advanced(long doneBytes, long totalBytes);
}
