package luthier.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.cuda.CudaLibraries;
import luthier.core.cuda.CudaUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {
    @Test
    void theWorkerOfThisProgramRunsOnItsJavaAndItsCode() {
        WorkerCommand command = WorkerCommand.ofThisProgram();
        assertThat(Files.isExecutable(command.java())).isTrue();
        assertThat(command.options())
                .contains(
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.pytorch.graph_optimizer=false",
                        "-DOPT_OUT_TRACKING=true")
                .doesNotHaveDuplicates();
        boolean modular = WorkerCommand.class.getModule().isNamed();
        assertThat(command.options().contains("-p")).isEqualTo(modular);
        assertThat(command.main())
                .isEqualTo(
                        modular
                                ? List.of("-m", "luthier.core/luthier.core.worker.WorkerMain")
                                : List.of("luthier.core.worker.WorkerMain"));
    }

    @Test
    void withNothingToDoTheWorkerStartsAndSaysSo_onTheModulePathOnly() throws IOException, InterruptedException {
        assumeTrue(WorkerCommand.class.getModule().isNamed(), "a test launcher's class path is not this program's");
        Process process = WorkerCommand.ofThisProgram()
                .process(List.of("dance"), 0)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(2);
        assertThat(printed).contains("`run FOLDER`");
    }

    @Test
    void argumentsComeLastAndThreadsAndAllocatorGoByTheEnvironment() {
        WorkerCommand command = WorkerCommand.onClassPath("lib/a.jar", "x.Main").withHeap("3g");
        ProcessBuilder process = command.process(List.of("run", "folder"), 2);
        assertThat(process.command())
                .startsWith(command.java().toString(), "-Xmx3g")
                .doesNotContain("-Xmx1g")
                .containsSequence("-cp", "lib/a.jar")
                .endsWith("x.Main", "run", "folder");
        assertThat(process.environment()).containsEntry("OMP_NUM_THREADS", "2").containsKey("GLIBC_TUNABLES");
    }

    @Test
    void propertiesSetAfterTheCommandWasMadeAreHandedOn() {
        WorkerCommand command = WorkerCommand.onClassPath("lib/a.jar", "x.Main");
        System.setProperty("luthier.test.later", "yes");
        try {
            assertThat(command.process(List.of(), 0).command()).contains("-Dluthier.test.later=yes");
        } finally {
            System.clearProperty("luthier.test.later");
        }
    }

    @Test
    void fetchedLibrariesForAGpuAreHandedToAWorkerUnlessItsEnvironmentChoseOthers(@TempDir Path cache)
            throws IOException {
        CudaLibraries libraries = new CudaLibraries(cache, "linux-x86_64");
        Files.createDirectories(libraries.folder());
        Files.writeString(libraries.folder().resolve("libtorch.so"), "x");
        Files.writeString(libraries.folder().resolve("libtorch_cuda.so"), "x");
        CudaUse use = new CudaUse(libraries, true);
        WorkerCommand command = WorkerCommand.onClassPath("lib/a.jar", "x.Main");
        assumeTrue(use.additions(System.getenv()).size() == 3, "the environment of this test has chosen libraries");
        assertThat(command.process(List.of(), 0, use).environment())
                .containsEntry("PYTORCH_LIBRARY_PATH", libraries.folder().toString())
                .containsEntry("PYTORCH_FLAVOR", "cu128");
        WorkerCommand other =
                new WorkerCommand(command.java(), command.options(), command.main(), Map.of("PYTORCH_FLAVOR", "cpu"));
        assertThat(other.process(List.of(), 0, use).environment())
                .doesNotContainKey("PYTORCH_LIBRARY_PATH")
                .containsEntry("PYTORCH_FLAVOR", "cpu");
    }

    @Test
    void withoutAThreadCountTheEnvironmentDecides() {
        WorkerCommand command = WorkerCommand.onClassPath("lib/a.jar", "x.Main");
        assertThat(command.process(List.of(), 0).environment().get("OMP_NUM_THREADS"))
                .isEqualTo(System.getenv("OMP_NUM_THREADS"));
        assertThat(command.environment())
                .containsEntry(
                        "GLIBC_TUNABLES",
                        "glibc.malloc.mmap_threshold=4294967296:glibc.malloc.trim_threshold=4294967296"
                                + ":glibc.malloc.arena_max=1");
    }

    @Test
    void classesLaidOutBeforeAreTakenOnlyWhenTheirFileIsThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("worker.aot");
        System.setProperty("luthier.worker.classes", file.toString());
        try {
            WorkerCommand command = WorkerCommand.onClassPath("lib/a.jar", "x.Main");
            assertThat(command.process(List.of(), 0).command()).noneMatch(word -> word.startsWith("-XX:AOT"));
            Files.createFile(file);
            assertThat(command.process(List.of(), 0).command()).contains("-XX:AOTCache=" + file, "-Xlog:aot=off");
            System.setProperty("luthier.worker.classes.write", "true");
            assertThat(command.process(List.of(), 0).command()).contains("-XX:AOTCacheOutput=" + file);
        } finally {
            System.clearProperty("luthier.worker.classes");
            System.clearProperty("luthier.worker.classes.write");
        }
    }
}
