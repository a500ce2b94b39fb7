package luthier.core.worker.task;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.nio.file.Path;
import luthier.core.cuda.CudaLibraries;
import luthier.core.cuda.CudaUse;
import luthier.core.engine.kernel.Kernels;

/// Whether PyTorch can be used.
final class EngineCheck {
    private EngineCheck() {}

    static Check pytorch() {
        try (Kernels kernels = Kernels.load(-1, 0)) {
            String version = Engine.getEngine("PyTorch").getVersion();
            boolean right = version.startsWith(CudaLibraries.VERSION);
            return new Check(
                    "PyTorch",
                    right,
                    version + ", " + kernels.threads() + " threads",
                    right ? "" : "Use PyTorch " + CudaLibraries.VERSION + ": others are not tested.");
        } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            return new Check(
                    "PyTorch",
                    false,
                    "cannot be loaded: " + deepest(e),
                    "Install Luthier whole: the libraries come in pytorch-native-cpu on its module path. A folder named in "
                            + CudaUse.LIBRARY_PATH + ", or one fetched for a GPU, stands before them; "
                            + CudaUse.FLAVOR_NAME
                            + "=cpu leaves the fetched one out.");
        }
    }

    // DJL's own message says only that it failed; which library was missing stands in the cause.
    static String deepest(Throwable fault) {
        Throwable cause = fault.getCause();
        return cause == null ? String.valueOf(fault.getMessage()) : deepest(cause);
    }

    static Path cacheFolder() {
        return Utils.getEngineCacheDir("pytorch");
    }
}
