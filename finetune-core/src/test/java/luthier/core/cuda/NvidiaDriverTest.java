package luthier.core.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaDriverTest {
    @Test
    void aDriverIsKnownByItsLibrary(@TempDir Path system) throws IOException {
        assertThat(NvidiaDriver.in(system)).isNull();
        Path library = system.resolve("usr/local/nvidia/lib64/libcuda.so.1");
        Files.createDirectories(system.resolve("usr/local/nvidia/lib64"));
        Files.createFile(library);
        assertThat(NvidiaDriver.in(system)).isEqualTo(library);
    }
}
