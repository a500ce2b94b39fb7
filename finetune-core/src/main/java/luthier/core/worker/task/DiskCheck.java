package luthier.core.worker.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Room where files are put without being asked.
final class DiskCheck {
    private static final long LITTLE = 1L << 30;

    private DiskCheck() {}

    static List<Check> all() {
        return List.of(
                of("Temporary files", Path.of(System.getProperty("java.io.tmpdir", "/tmp"))),
                of("PyTorch's libraries", EngineCheck.cacheFolder()));
    }

    static Check of(String name, Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            boolean ok = free >= LITTLE && Files.isWritable(there);
            return new Check(
                    name,
                    ok,
                    folder + ": " + DoctorTask.gigabytes(free) + " free"
                            + (Files.isWritable(there) ? "" : ", not writable"),
                    ok ? "" : "Make room there, or give another folder in -Djava.io.tmpdir or DJL_CACHE_DIR.");
        } catch (IOException e) {
            return new Check(name, false, folder + ": " + e.getMessage(), "Choose a folder that can be read.");
        }
    }
}
