package luthier.core.engine.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/// The product's kernels together with those that only tests and benchmarks call.
public final class TestKernels {
    private TestKernels() {}

    public static Kernels load(int accelerator, int threads) {
        return Kernels.load(accelerator, threads, archive());
    }

    static byte[] archive() {
        try {
            Map<String, byte[]> files = KernelArchive.files();
            ByteArrayOutputStream entryPoints = new ByteArrayOutputStream();
            entryPoints.write(Objects.requireNonNull(files.get(KernelArchive.ENTRY_POINTS)));
            entryPoints.write(read(KernelArchive.ENTRY_POINTS));
            files.put(KernelArchive.ENTRY_POINTS, entryPoints.toByteArray());
            files.put("oracle", read("oracle"));
            return KernelArchive.pack(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = TestKernels.class.getResourceAsStream("/test-kernels/" + name + ".torchscript")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
