package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.cuda.CudaLibraries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CudaCheckTest {
    @TempDir
    Path folder = Path.of("");

    private CudaLibraries fetched = new CudaLibraries(folder, "linux-x86_64");

    @BeforeEach
    void place() {
        fetched = new CudaLibraries(folder.resolve("cache"), "linux-x86_64");
    }

    @Test
    void aMachineWithoutADriverIsSound() throws IOException {
        assertThat(check(false, null).with(0).ok()).isTrue();
        fetch();
        assertThat(check(false, null).with(0).value())
                .contains("no NVIDIA driver", fetched.folder().toString());
    }

    @Test
    void aDriverWithoutLibrariesIsToldWhatToDo() {
        Check nothing = check(true, null).with(0);
        assertThat(nothing.ok()).isFalse();
        assertThat(nothing.advice())
                .contains("luthier doctor --fetch-cuda", "PYTORCH_LIBRARY_PATH", "PYTORCH_FLAVOR", "downloads nothing");
    }

    @Test
    void aFolderWithoutCudaIsNamed() {
        assertThat(check(true, folder.toString()).with(0).value())
                .contains("PYTORCH_LIBRARY_PATH=" + folder, "holds no " + "libtorch_cuda.so");
    }

    @Test
    void fetchedLibrariesThatFindNoDeviceAreToldToLookAtTheDriver() throws IOException {
        fetch();
        Check check = check(true, fetched.folder().toString()).with(0);
        assertThat(check.ok()).isFalse();
        assertThat(check.value()).contains(fetched.folder() + " (fetched)", "no device");
        assertThat(check.advice()).contains("nvidia-smi");
    }

    @Test
    void fetchedLibrariesThatAnotherFlavourKeepsOutAreNotForgotten() throws IOException {
        fetch();
        Check check = check(true, null).with(0);
        assertThat(check.ok()).isFalse();
        assertThat(check.value()).contains(fetched.folder().toString());
        assertThat(check.advice()).contains("PYTORCH_FLAVOR");
    }

    @Test
    void devicesAreCountedAndTheLibrariesInUseAreNamed() throws IOException {
        fetch();
        assertThat(check(true, fetched.folder().toString()).with(2).value())
                .contains("cuda:0 to cuda:1", fetched.folder() + " (fetched)");
        assertThat(check(true, "/opt/torch/lib").with(1).value()).contains("PYTORCH_LIBRARY_PATH=/opt/torch/lib");
        assertThat(check(true, null).with(1).value()).contains("the class path");
    }

    private CudaCheck check(boolean driver, @Nullable String library) {
        return new CudaCheck(driver, library, fetched);
    }

    private void fetch() throws IOException {
        Files.createDirectories(fetched.folder());
        for (String name : new String[] {"libtorch.so", "libtorch_cuda.so"}) {
            Files.writeString(fetched.folder().resolve(name), "x");
        }
    }
}
