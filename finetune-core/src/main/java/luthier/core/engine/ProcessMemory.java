package luthier.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the operating system says about this process's memory. Linux tells the resident size and its peak; elsewhere
/// the virtual machine's committed memory stands in, which leaves tensors out.
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MACHINE = Path.of("/proc/meminfo");

    private static final Logger LOG = LoggerFactory.getLogger(ProcessMemory.class);

    private ProcessMemory() {}

    public static long residentBytes() {
        return Files.exists(STATUS) ? kibibytes(STATUS, "VmRSS:") * 1024 : virtualMachineBytes();
    }

    static long peakResidentBytes() {
        return Files.exists(STATUS) ? kibibytes(STATUS, "VmHWM:") * 1024 : virtualMachineBytes();
    }

    /// Lets the peak begin anew, where the system can do that.
    static void forgetPeak() {
        try {
            // 5 is the kernel's code for it, see proc(5).
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            LOG.debug("the peak of the resident size stays as it is", e);
        }
    }

    /// What other programs leave, as far as the system tells; within the container's limit where there is one.
    public static long availableBytes() {
        long machine = Files.exists(MACHINE)
                ? kibibytes(MACHINE, "MemAvailable:") * 1024
                : Runtime.getRuntime().maxMemory();
        Path limit = Path.of("/sys/fs/cgroup/memory.max");
        Path used = Path.of("/sys/fs/cgroup/memory.current");
        try {
            if (Files.exists(limit) && Files.exists(used)) {
                String most = Files.readString(limit).strip();
                if (!most.equals("max")) {
                    long left = Long.parseLong(most)
                            - Long.parseLong(Files.readString(used).strip());
                    return Math.max(0, Math.min(machine, left));
                }
            }
        } catch (IOException e) {
            return machine;
        }
        return machine;
    }

    private static long kibibytes(Path file, String key) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(key)) {
                    return Long.parseLong(
                            line.substring(key.length()).replace("kB", "").strip());
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    private static long virtualMachineBytes() {
        return Runtime.getRuntime().totalMemory();
    }
}
