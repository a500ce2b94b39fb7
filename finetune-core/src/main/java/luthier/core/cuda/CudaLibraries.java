package luthier.core.cuda;

import ai.djl.util.Utils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The libraries as DJL's own download would leave them: one folder in DJL's cache, there only when it is whole.
///
/// @param cache DJL's folder for PyTorch
/// @param platform system and processor as DJL names them, such as `linux-x86_64`
public record CudaLibraries(Path cache, String platform) {
    /// The PyTorch that the program is built and tested against.
    public static final String VERSION = "2.7.1";

    /// CUDA 12.8: the one for which DJL's native layer of that PyTorch is built.
    public static final String FLAVOR = "cu128";

    /// In the folder that DJL uses here; `ENGINE_CACHE_DIR` and `DJL_CACHE_DIR` move it.
    public static CudaLibraries ofThisMachine() {
        return new CudaLibraries(Utils.getEngineCacheDir("pytorch").toAbsolutePath(), thisPlatform());
    }

    public Path folder() {
        return cache.resolve(VERSION + "-" + FLAVOR + "-" + platform);
    }

    /// Where they gather while they are fetched. DJL looks for exact names only, so it never takes this one.
    Path staging() {
        return cache.resolve(folder().getFileName() + ".fetching");
    }

    /// Without these the others are of no use.
    List<String> essentials() {
        return List.of(fileName("torch"), fileName("torch_cuda"));
    }

    public boolean complete() {
        return essentials().stream().allMatch(name -> Files.exists(folder().resolve(name)));
    }

    /// Name of a library's file on the platform, which may not be this one.
    public String fileName(String library) {
        return platform.startsWith("win")
                ? library + ".dll"
                : "lib" + library + (platform.startsWith("osx") ? ".dylib" : ".so");
    }

    private static String thisPlatform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        String prefix = system.startsWith("win") ? "win" : system.startsWith("mac") ? "osx" : "linux";
        return prefix + "-" + (processor.equals("amd64") ? "x86_64" : processor);
    }
}
