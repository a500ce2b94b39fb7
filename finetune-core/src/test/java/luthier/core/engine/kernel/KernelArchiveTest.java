package luthier.core.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;
import org.junit.jupiter.api.Test;

class KernelArchiveTest {
    @Test
    void holdsEveryFileOfTheIndexUncompressed() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(KernelArchive.pack()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).as(entry.getName()).isEqualTo(ZipEntry.STORED);
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .contains("k/data.pkl", "k/code/__torch__.py", "k/code/__torch__/blocks/llama.py", "k/version")
                .hasSize(KernelArchive.files().size() + 4);
    }

    @Test
    void theProductHasNoKernelsOfTests() {
        try (Kernels kernels = Kernels.load(-1, 1);
                Tensor one = kernels.zeros(DType.F32, MemoryCause.WORKSPACE, 1, 1)) {
            assertThatThrownBy(() -> kernels.call("product")
                            .with(one)
                            .with(one)
                            .tensor(DType.F32, MemoryCause.WORKSPACE)
                            .close())
                    .hasMessageContaining("product");
        }
    }
}
