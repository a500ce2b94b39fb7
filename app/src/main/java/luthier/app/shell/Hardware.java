package luthier.app.shell;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;

/// What the window says of the machine; nothing native is loaded for it.
///
/// @param gpu whether a driver for CUDA is loaded
public record Hardware(int cores, long memoryBytes, boolean gpu) {
    private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");

    public static Hardware ofThisMachine() {
        return new Hardware(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                Files.exists(NVIDIA_DRIVER));
    }

    public String summary() {
        return Messages.of("machine.summary", cores, Figures.bytes(memoryBytes), graphics());
    }

    public String graphics() {
        return Messages.of(gpu ? "machine.gpu" : "machine.noGpu");
    }
}
