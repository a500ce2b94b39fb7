package luthier.core.worker.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the processor brings.
final class ProcessorCheck {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final List<String> BRAIN_FLOAT = List.of("amx_bf16", "avx512_bf16", "bf16");

    private ProcessorCheck() {}

    static Check cores() {
        return Check.fine("Cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    }

    /// A processor without bf16 products is sound: bf16 then only saves memory.
    static Check brainFloat() {
        Set<String> flags = flags();
        if (flags.isEmpty()) {
            return Check.fine("bf16 products", "unknown: this system does not tell the processor's features");
        }
        List<String> found = BRAIN_FLOAT.stream().filter(flags::contains).toList();
        return Check.fine(
                "bf16 products",
                found.isEmpty()
                        ? "none: the processor computes bf16 by way of fp32; it saves memory but is not faster"
                        : String.join(", ", found));
    }

    private static Set<String> flags() {
        Set<String> flags = new HashSet<>();
        try {
            for (String line : Files.exists(CPUINFO) ? Files.readAllLines(CPUINFO) : List.<String>of()) {
                if (line.startsWith("flags") || line.startsWith("Features")) {
                    flags.addAll(Arrays.asList(
                            line.substring(line.indexOf(':') + 1).strip().split(" ")));
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        return flags;
    }
}
