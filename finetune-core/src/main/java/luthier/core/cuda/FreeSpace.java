package luthier.core.cuda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many bytes can still be written at a place.
@FunctionalInterface
public interface FreeSpace {
    long bytesAt(Path folder) throws IOException;

    /// As the file system tells; of a folder that is not there yet, at the parent that is.
    static FreeSpace ofFileSystem() {
        return folder -> {
            Path there = folder.toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            return Files.getFileStore(there).getUsableSpace();
        };
    }
}
