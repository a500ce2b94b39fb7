package luthier.core.cuda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The driver of NVIDIA's GPUs, known by its library.
public final class NvidiaDriver {
    private static final List<String> PLACES = List.of(
            "usr/lib/x86_64-linux-gnu/libcuda.so.1",
            "usr/lib/aarch64-linux-gnu/libcuda.so.1",
            "usr/lib64/libcuda.so.1",
            "usr/lib/libcuda.so.1",
            "usr/lib/wsl/lib/libcuda.so.1",
            "usr/local/cuda/compat/libcuda.so.1",
            "usr/local/nvidia/lib64/libcuda.so.1",
            "run/opengl-driver/lib/libcuda.so.1",
            "Windows/System32/nvcuda.dll");

    private NvidiaDriver() {}

    /// @param system the root of the file system
    /// @return the driver's library, null where there is none
    public static @Nullable Path in(Path system) {
        for (String place : PLACES) {
            Path library = system.resolve(place);
            if (Files.exists(library)) {
                return library;
            }
        }
        return null;
    }

    public static boolean isInstalled() {
        return in(Path.of("/")) != null;
    }
}
