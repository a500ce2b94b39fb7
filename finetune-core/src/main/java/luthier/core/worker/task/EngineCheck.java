package luthier.core.worker.task;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luthier.core.engine.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/// Whether PyTorch can be used, on the processor and on GPUs.
final class EngineCheck {
    /// What the program is built and tested against.
    static final String PYTORCH_VERSION = "2.7.1";

    static final String CUDA_FLAVOR = "cu128";
    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    private static final List<String> DRIVERS = List.of(
            "/usr/lib/x86_64-linux-gnu/libcuda.so.1",
            "/usr/lib/aarch64-linux-gnu/libcuda.so.1",
            "/usr/lib64/libcuda.so.1",
            "/usr/lib/wsl/lib/libcuda.so.1",
            "/usr/local/cuda/compat/libcuda.so.1",
            "/usr/local/nvidia/lib64/libcuda.so.1");

    private EngineCheck() {}

    static Check pytorch() {
        try (Kernels kernels = Kernels.load(-1, 0)) {
            String version = Engine.getEngine("PyTorch").getVersion();
            boolean right = version.startsWith(PYTORCH_VERSION);
            return new Check(
                    "PyTorch",
                    right,
                    version + ", " + kernels.threads() + " threads",
                    right ? "" : "Use PyTorch " + PYTORCH_VERSION + ": others are not tested.");
        } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            return new Check(
                    "PyTorch",
                    false,
                    "cannot be loaded: " + e.getMessage(),
                    "Install Luthier whole: the libraries come in pytorch-native-cpu on its module path. A folder named in "
                            + LIBRARY_PATH + " stands before them.");
        }
    }

    /// A machine without a GPU is sound; one whose GPU cannot be used is not.
    static Check cuda() {
        int devices = count();
        if (devices > 0) {
            return Check.fine("CUDA", devices + " device(s), cuda:0 to cuda:" + (devices - 1));
        }
        boolean driver = DRIVERS.stream().anyMatch(file -> Files.exists(Path.of(file)));
        String library = Utils.getEnvOrSystemProperty(LIBRARY_PATH);
        return without(driver, library);
    }

    /// @param driver whether the GPU's driver is installed
    /// @param library folder named by the user, null without
    static Check without(boolean driver, @Nullable String library) {
        if (!driver) {
            return new Check(
                    "CUDA",
                    true,
                    "no NVIDIA driver (libcuda.so.1); runs use the CPU",
                    "For an NVIDIA GPU install its driver first.");
        }
        if (library == null || library.isBlank()) {
            return new Check(
                    "CUDA",
                    false,
                    "a driver is installed, but the PyTorch in use is the one for the CPU",
                    "Luthier downloads nothing by itself. Either unpack libtorch " + PYTORCH_VERSION + " for "
                            + CUDA_FLAVOR + " and set the environment variable " + LIBRARY_PATH
                            + " to its lib folder and PYTORCH_FLAVOR to " + CUDA_FLAVOR
                            + "; or put the jar pytorch-native-" + CUDA_FLAVOR + " " + PYTORCH_VERSION
                            + " on the module path in place of pytorch-native-cpu; or let DJL fetch the libraries once "
                            + "with PYTORCH_FLAVOR=" + CUDA_FLAVOR + " and the option -Dai.djl.offline=false.");
        }
        boolean cuda = Files.exists(Path.of(library, "libtorch_cuda.so"));
        return new Check(
                "CUDA",
                false,
                cuda
                        ? LIBRARY_PATH + " holds CUDA libraries, but no device can be used"
                        : LIBRARY_PATH + "=" + library + " holds no libtorch_cuda.so",
                cuda
                        ? "Check that nvidia-smi lists a device, that the driver is new enough for CUDA 12.8, and that "
                                + "PYTORCH_FLAVOR is " + CUDA_FLAVOR + " and PYTORCH_VERSION " + PYTORCH_VERSION + "."
                        : "Name the lib folder of libtorch " + PYTORCH_VERSION + " for " + CUDA_FLAVOR + ".");
    }

    private static int count() {
        try {
            return Engine.getEngine("PyTorch").getGpuCount();
        } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            return 0;
        }
    }

    static Path cacheFolder() {
        return Utils.getEngineCacheDir("pytorch");
    }
}
