package luthier.core.tuning;

import java.io.IOException;
import java.nio.file.Path;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;

/// Reads a tuning's result back, written by this program or by another in the same form.
public interface ResultReader<S extends Settings> {
    /// Whether the folder looks like this tuning's result; says nothing about whether it can be used.
    boolean recognises(Path folder);

    /// @throws LuthierException (UnreadableModel) when the result is damaged or was made for another model
    StoredResult<S> read(Path folder, Blueprint model) throws LuthierException;

    /// Writes a complete model folder: the base with the result in it.
    ///
    /// @param target exists and is empty; the caller writes aside and renames
    /// @param result a folder that is recognised
    /// @param base the base model's folder
    void merge(Path target, Path result, Path base, Blueprint model) throws IOException, LuthierException;
}
