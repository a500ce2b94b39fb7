package luthier.core.worker.task;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.cuda.CudaLibraries;
import luthier.core.cuda.CudaUse;
import luthier.core.cuda.NvidiaDriver;
import org.jspecify.annotations.Nullable;

/// Whether GPUs can be used, and what is missing where they cannot.
///
/// @param driver whether the GPU's driver is installed
/// @param library folder of libraries that this worker was told to use, null without
/// @param fetched where `luthier doctor --fetch-cuda` puts them
record CudaCheck(boolean driver, @Nullable String library, CudaLibraries fetched) {
    private static final String NAME = "CUDA";
    private static final String VERSION = CudaLibraries.VERSION;
    private static final String FLAVOR = CudaLibraries.FLAVOR;

    /// A machine without a GPU is sound; one whose GPU cannot be used is not.
    static Check ofThisMachine() {
        CudaCheck check = new CudaCheck(
                NvidiaDriver.isInstalled(),
                Utils.getEnvOrSystemProperty(CudaUse.LIBRARY_PATH),
                CudaLibraries.ofThisMachine());
        return check.with(devices());
    }

    /// @param devices how many PyTorch can use
    Check with(int devices) {
        if (devices > 0) {
            return Check.fine(
                    NAME, devices + " device(s), cuda:0 to cuda:" + (devices - 1) + "; libraries: " + libraries());
        }
        if (!driver) {
            return new Check(
                    NAME,
                    true,
                    "no NVIDIA driver (libcuda.so.1); runs use the CPU"
                            + (fetched.complete() ? "; libraries lie in " + fetched.folder() : ""),
                    "For an NVIDIA GPU install its driver first.");
        }
        return library == null || library.isBlank() ? notTold() : told(library);
    }

    private Check notTold() {
        if (fetched.complete()) {
            return missing(
                    "libraries lie in " + fetched.folder() + ", but the environment asks for others",
                    "Unset PYTORCH_FLAVOR and PYTORCH_VERSION to use them.");
        }
        return missing(
                "a driver is installed, but the PyTorch in use is the one for the CPU",
                "Luthier downloads nothing by itself. Either run `luthier doctor --fetch-cuda`: it tells what it would "
                        + "fetch from DJL's server and asks; or take an installed PyTorch " + VERSION + " for " + FLAVOR
                        + ": set the environment variable " + CudaUse.LIBRARY_PATH + " to its lib folder and "
                        + CudaUse.FLAVOR_NAME + " to " + FLAVOR + "; or put the jar pytorch-native-" + FLAVOR + " "
                        + VERSION + " on the class path in place of pytorch-native-cpu.");
    }

    private Check told(String folder) {
        String needed = fetched.fileName("torch_cuda");
        if (Files.exists(Path.of(folder, needed))) {
            return missing(
                    libraries() + " holds CUDA libraries, but no device can be used",
                    "Check that nvidia-smi lists a device, that the driver is new enough for CUDA 12.8, and that "
                            + CudaUse.FLAVOR_NAME + " is " + FLAVOR + " and PYTORCH_VERSION " + VERSION + ".");
        }
        return missing(
                CudaUse.LIBRARY_PATH + "=" + folder + " holds no " + needed,
                "Name the lib folder of PyTorch " + VERSION + " for " + FLAVOR + ".");
    }

    private String libraries() {
        if (library == null || library.isBlank()) {
            return "the class path";
        }
        return library.equals(fetched.folder().toString())
                ? library + " (fetched)"
                : CudaUse.LIBRARY_PATH + "=" + library;
    }

    private static Check missing(String value, String advice) {
        return new Check(NAME, false, value, advice);
    }

    private static int devices() {
        try {
            return Engine.getEngine("PyTorch").getGpuCount();
        } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            return 0;
        }
    }
}
