package luthier.core.cuda;

/// Hears how far a download is, after each piece of some kilobytes.
@FunctionalInterface
public interface FetchProgress {
    /// @param file the library that is coming
    /// @param doneBytes of all files
    void at(String file, long doneBytes, long totalBytes);
}
