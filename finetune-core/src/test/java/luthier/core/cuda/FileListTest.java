package luthier.core.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileListTest {
    private static final CudaLibraries LIBRARIES = new CudaLibraries(Path.of("cache"), "linux-x86_64");
    private static final String START = "cu128/linux-x86_64/native/lib/";

    private static final String ESSENTIALS = START + "libtorch.so.gz\n" + START + "libtorch_cuda.so.gz\n";

    @Test
    void onlyThisFlavourAndPlatformCountAndNamesAreDecoded() throws LuthierException {
        FileList list = list("cpu/linux-x86_64/native/lib/libtorch.so.gz\r\n" + START
                + "libstdc%2B%2B.so.6.gz\r\ncu128/linux-x86_64/readme.txt\n" + ESSENTIALS
                + "cu126/linux-x86_64/native/lib/libtorch.so.gz\n");
        assertThat(list.of(LIBRARIES))
                .hasSize(3)
                .startsWith(new FileList.Entry(
                        URI.create("https://x/2.7.1/" + START + "libstdc%2B%2B.so.6.gz"), "libstdc++.so.6"));
    }

    @Test
    void aPlatformWithoutLibrariesIsSaid() {
        assertThatThrownBy(() -> list(START + "libtorch.so.gz").of(new CudaLibraries(Path.of("c"), "osx-aarch64")))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.DownloadFailed(
                                        "https://x/2.7.1",
                                        Failure.DownloadProblem.NOTHING_THERE,
                                        "cu128/osx-aarch64/libtorch.dylib")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..%2F..%2Fx.so.gz", "..gz", "%5Cx.so.gz", ".gz", ".hidden.gz", "x%0Ay.gz", "c%3Ax.gz", "%zz.gz"
            })
    void aNameThatLeadsElsewhereIsRefused(String name) {
        assertThatThrownBy(() -> list(ESSENTIALS + START + name).of(LIBRARIES))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.DownloadFailed(
                                        "https://x/2.7.1", Failure.DownloadProblem.BAD_NAME, START + name)));
    }

    private static FileList list(String text) {
        return new FileList(URI.create("https://x/2.7.1"), text);
    }
}
