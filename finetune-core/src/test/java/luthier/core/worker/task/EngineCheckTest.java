package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EngineCheckTest {
    @Test
    void theCauseThatNamesTheLibraryIsTold() {
        Throwable cause = new UnsatisfiedLinkError("libc10_cuda.so: cannot open shared object file");
        assertThat(EngineCheck.deepest(new IllegalStateException("Failed to load PyTorch native library", cause)))
                .isEqualTo("libc10_cuda.so: cannot open shared object file");
        assertThat(EngineCheck.deepest(new IllegalStateException("alone"))).isEqualTo("alone");
    }
}
