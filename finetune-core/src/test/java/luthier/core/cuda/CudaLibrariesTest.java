package luthier.core.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import org.junit.jupiter.api.Test;

class CudaLibrariesTest {
    @Test
    void folderAndPlatformAreThoseOfDjl() {
        CudaLibraries here = CudaLibraries.ofThisMachine();
        assertThat(here.platform()).isEqualTo(Platform.fromSystem("pytorch").getClassifier());
        assertThat(here.folder().getParent())
                .isEqualTo(Utils.getEngineCacheDir("pytorch").toAbsolutePath());
        assertThat(here.folder()).hasFileName("2.7.1-cu128-" + here.platform());
    }
}
