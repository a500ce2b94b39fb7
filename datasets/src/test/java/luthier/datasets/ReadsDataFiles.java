package luthier.datasets;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test that reads small data files from a folder of its own.
public abstract class ReadsDataFiles {
    @TempDir
    protected Path folder = Path.of("");

    protected DataFolder data = new DataFolder(folder);

    @BeforeEach
    protected void open() {
        data = new DataFolder(folder);
    }
}
