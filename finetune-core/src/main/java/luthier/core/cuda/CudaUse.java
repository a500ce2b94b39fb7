package luthier.core.cuda;

import java.util.Map;

/// Whether a worker takes fetched libraries. DJL never looks at them by itself while the jar with the CPU's
/// libraries is
/// there: only a folder that is named comes before that jar.
///
/// @param driver whether the GPU's driver is installed; without it some of the libraries cannot even be loaded
public record CudaUse(CudaLibraries libraries, boolean driver) {
    public static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    public static final String FLAVOR_NAME = "PYTORCH_FLAVOR";

    private static final String VERSION_NAME = "PYTORCH_VERSION";

    public static CudaUse ofThisMachine() {
        return new CudaUse(CudaLibraries.ofThisMachine(), NvidiaDriver.isInstalled());
    }

    /// What is added to a worker's environment.
    ///
    /// @param environment what is set already; whoever names a library folder, another flavour or another
    ///     version has chosen
    public Map<String, String> additions(Map<String, String> environment) {
        boolean chosen = isSet(environment, LIBRARY_PATH)
                || (isSet(environment, FLAVOR_NAME) && !CudaLibraries.FLAVOR.equals(environment.get(FLAVOR_NAME)))
                || (isSet(environment, VERSION_NAME) && !CudaLibraries.VERSION.equals(environment.get(VERSION_NAME)));
        if (chosen || !driver || !libraries.complete()) {
            return Map.of();
        }
        return Map.of(
                LIBRARY_PATH, libraries.folder().toString(),
                FLAVOR_NAME, CudaLibraries.FLAVOR,
                VERSION_NAME, CudaLibraries.VERSION);
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
