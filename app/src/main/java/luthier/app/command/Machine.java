package luthier.app.command;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.core.cuda.NvidiaDriver;

/// What can be seen of the machine without the engine.
///
/// @param classPath where the engine's natives would be
/// @param system the root of the file system
public record Machine(String classPath, Path system) {
    public static Machine thisOne() {
        return new Machine(System.getProperty("java.class.path", ""), Path.of("/"));
    }

    List<MachineCheck> checks() {
        return List.of(
                fine("doctor.java", Runtime.version() + ", " + System.getProperty("java.home")),
                fine("doctor.system", System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                fine("doctor.memory", Figures.bytes(memoryBytes())),
                fine("doctor.cores", Integer.toString(Runtime.getRuntime().availableProcessors())),
                natives(),
                fine("doctor.cuda", cuda()));
    }

    private MachineCheck natives() {
        List<String> found = Arrays.stream(classPath.split(System.getProperty("path.separator")))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .filter(name -> name.startsWith("pytorch-native"))
                .toList();
        String name = Messages.of("doctor.natives");
        return found.isEmpty()
                ? new MachineCheck(
                        name, false, Messages.of("doctor.natives.none"), Messages.of("doctor.natives.advice"))
                : new MachineCheck(name, true, String.join(", ", found), "");
    }

    // A machine without CUDA is a sound machine.
    private String cuda() {
        Path driver = NvidiaDriver.in(system);
        return driver == null ? Messages.of("doctor.cuda.none") : driver.toString();
    }

    private static MachineCheck fine(String key, String value) {
        return new MachineCheck(Messages.of(key), true, value, "");
    }

    private static long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
