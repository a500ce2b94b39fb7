package luthier.core.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import luthier.core.run.LuthierException;

/// Writes the files of one checkpoint into an empty folder.
@FunctionalInterface
public interface FolderContent {
    void writeTo(Path folder) throws IOException, LuthierException;
}
