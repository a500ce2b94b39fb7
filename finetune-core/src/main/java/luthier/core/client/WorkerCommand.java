package luthier.core.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luthier.core.cuda.CudaUse;

/// How to start a worker JVM.
///
/// @param java the `java` program
/// @param options of the JVM, before the main class
/// @param main the main class as `java` takes it: `-m`, `module/class`, or a class name
/// @param environment added to this process's own, where it does not set them itself
public record WorkerCommand(Path java, List<String> options, List<String> main, Map<String, String> environment) {
    private static final String WORKER_MAIN = "luthier.core.worker.WorkerMain";
    private static final long FOUR_GIGABYTES = 4_294_967_296L;

    public WorkerCommand {
        options = List.copyOf(options);
        main = List.copyOf(main);
        environment = Map.copyOf(environment);
    }

    /// The worker of this very program: same Java, same modules, same class path.
    public static WorkerCommand ofThisProgram() {
        List<String> options = new ArrayList<>(jvmOptions());
        String classPath = System.getProperty("java.class.path", "");
        Module core = WorkerCommand.class.getModule();
        if (!core.isNamed()) {
            options.addAll(List.of("-cp", classPath));
            return new WorkerCommand(javaProgram(), options, List.of(WORKER_MAIN), tunedEnvironment());
        }
        String modulePath = System.getProperty("jdk.module.path", "");
        if (!modulePath.isEmpty()) {
            options.addAll(List.of("-p", modulePath));
        }
        if (!classPath.isEmpty()) {
            options.addAll(List.of("-cp", classPath));
        }
        // Extensions are found by ServiceLoader; nothing requires them, so they must be named.
        List<String> extensions = List.of("luthier.adapters", "luthier.datasets").stream()
                .filter(name -> ModuleLayer.boot().findModule(name).isPresent())
                .toList();
        if (!extensions.isEmpty()) {
            options.addAll(List.of("--add-modules", String.join(",", extensions)));
        }
        return new WorkerCommand(
                javaProgram(), options, List.of("-m", core.getName() + "/" + WORKER_MAIN), tunedEnvironment());
    }

    /// A worker with another main class on a plain class path.
    public static WorkerCommand onClassPath(String classPath, String mainClass) {
        List<String> options = new ArrayList<>(jvmOptions());
        options.addAll(List.of("-cp", classPath));
        return new WorkerCommand(javaProgram(), options, List.of(mainClass), tunedEnvironment());
    }

    /// The same with another largest Java heap. Tensors live outside it.
    ///
    /// @param size as `java` takes it, such as `2g`
    public WorkerCommand withHeap(String size) {
        List<String> changed = new ArrayList<>(options);
        changed.removeIf(option -> option.startsWith("-Xmx"));
        changed.addFirst("-Xmx" + size);
        return new WorkerCommand(java, changed, main, environment);
    }

    /// @param threads compute threads, 0 = all cores
    ProcessBuilder process(List<String> arguments, int threads) {
        return process(arguments, threads, CudaUse.ofThisMachine());
    }

    /// @param cuda libraries for GPUs that may have been fetched; looked at anew for each worker
    ProcessBuilder process(List<String> arguments, int threads, CudaUse cuda) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(preparedClasses());
        command.addAll(forwarded());
        command.addAll(main);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        environment.forEach(builder.environment()::putIfAbsent);
        builder.environment().putAll(cuda.additions(builder.environment()));
        if (threads > 0) {
            builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        }
        return builder;
    }

    private static List<String> jvmOptions() {
        return List.of(
                "-Xmx1g",
                // the tensors live elsewhere; a large young generation would only be memory that the model lacks
                "-Xmn24m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.pytorch.graph_optimizer=false",
                // nothing is downloaded unasked; a forwarded setting of this property wins
                "-Dai.djl.offline=true",
                // else DJL reports its use over the network
                "-DOPT_OUT_TRACKING=true");
    }

    /// Classes as the JVM laid them out in an earlier start: loading them is half of a short task's time.
    /// `luthier.worker.classes` names the file; with `luthier.worker.classes.write` a worker makes it as it ends.
    /// A JVM that finds the file unfit for its options says nothing and loads classes as ever.
    private static List<String> preparedClasses() {
        String file = System.getProperty("luthier.worker.classes", "");
        boolean writes = Boolean.getBoolean("luthier.worker.classes.write");
        if (file.isEmpty() || (!writes && !Files.exists(Path.of(file)))) {
            return List.of();
        }
        return List.of((writes ? "-XX:AOTCacheOutput=" : "-XX:AOTCache=") + file, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /// This program's own properties as they are when the worker starts.
    private static List<String> forwarded() {
        List<String> options = new ArrayList<>();
        new TreeMap<Object, Object>(System.getProperties()).forEach((key, value) -> {
            String name = key.toString();
            if (name.startsWith("luthier.") || (name.startsWith("ai.djl.") && !name.endsWith("graph_optimizer"))) {
                options.add("-D" + name + "=" + value);
            }
        });
        return options;
    }

    private static Path javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    // glibc otherwise gives every large tensor back to the system at once and asks for it again a moment later. One
    // arena,
    // because the others are cut into pieces of 64 MiB, between which large tensors leave gaps.
    // Compute threads that wait for each other by spinning long take the cores from the threads they wait for as soon
    // as another program is busy: a tenth of the speed was measured. Sleeping at once costs small models a third of
    // theirs; spinning for some microseconds costs neither.
    private static Map<String, String> tunedEnvironment() {
        return Map.of(
                "GLIBC_TUNABLES",
                "glibc.malloc.mmap_threshold=" + FOUR_GIGABYTES + ":glibc.malloc.trim_threshold=" + FOUR_GIGABYTES
                        + ":glibc.malloc.arena_max=1",
                "GOMP_SPINCOUNT",
                "20000");
    }
}
