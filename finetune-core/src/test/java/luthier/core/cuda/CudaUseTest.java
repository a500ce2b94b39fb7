package luthier.core.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaUseTest {
    @TempDir
    Path cache = Path.of("");

    private CudaLibraries libraries = new CudaLibraries(cache, "linux-x86_64");

    @BeforeEach
    void fetch() throws IOException {
        libraries = new CudaLibraries(cache, "linux-x86_64");
        Files.createDirectories(libraries.folder());
        Files.writeString(libraries.folder().resolve("libtorch.so"), "x");
        Files.writeString(libraries.folder().resolve("libtorch_cuda.so"), "x");
    }

    @Test
    void aWorkerIsPointedAtTheFolderWithItsFlavourAndVersion() {
        assertThat(additions(true, Map.of("PATH", "/bin", "PYTORCH_FLAVOR", "cu128")))
                .containsOnly(
                        Map.entry("PYTORCH_LIBRARY_PATH", libraries.folder().toString()),
                        Map.entry("PYTORCH_FLAVOR", "cu128"),
                        Map.entry("PYTORCH_VERSION", "2.7.1"));
    }

    @Test
    void whoeverChoseOtherLibrariesKeepsThem() {
        assertThat(additions(true, Map.of("PYTORCH_LIBRARY_PATH", "/opt/torch/lib")))
                .isEmpty();
        assertThat(additions(true, Map.of("PYTORCH_FLAVOR", "cpu"))).isEmpty();
        assertThat(additions(true, Map.of("PYTORCH_VERSION", "2.5.1"))).isEmpty();
    }

    @Test
    void withoutADriverNothingIsUsed() {
        assertThat(additions(false, Map.of())).isEmpty();
    }

    @Test
    void aFolderThatLacksALibraryIsNotUsed() throws IOException {
        Files.delete(libraries.folder().resolve("libtorch_cuda.so"));
        assertThat(additions(true, Map.of())).isEmpty();
    }

    private Map<String, String> additions(boolean driver, Map<String, String> environment) {
        return new CudaUse(libraries, driver).additions(environment);
    }
}
