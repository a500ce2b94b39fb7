package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.client.WorkerCommand;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.worker.FakeWorkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// On a real disk that is full: a tmpfs of half a megabyte, in a mount namespace of the second JVM's own.
final class FullDiskTest {
    private static final String MOUNT = "mount -t tmpfs -o size=512k tmpfs \"$0\" && exec \"$@\"";

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(180)
    void aCheckpointThatDoesNotFitLeavesTheLastOneToGoOnFromWhereASmallDiskCanBeMounted()
            throws IOException, InterruptedException, LuthierException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(onSmallDisk(disk, List.of("true")).code() == 0, "no tmpfs can be mounted here (unshare -rm)");
        Path answer = folder.resolve("answer.json");
        WorkerCommand java = FakeWorkers.command(FullDiskRun.class);
        List<String> command = new ArrayList<>(List.of(java.java().toString()));
        command.addAll(java.options());
        command.add("-Dluthier.fixtures=" + System.getProperty("luthier.fixtures", ""));
        command.addAll(java.main());
        command.addAll(List.of(disk.toString(), folder.toString(), answer.toString()));

        Outcome outcome = onSmallDisk(disk, command);
        assertThat(outcome.code()).as(outcome.output()).isZero();
        Map<String, Object> told = JsonLine.object("answer", Files.readString(answer));
        assertThat(String.valueOf(told.get("failure")))
                .startsWith("DiskFailure[")
                .contains(disk.resolve("run/checkpoints/step-000002").toString(), "the checkpoint of step 2")
                .contains("No space left on device");
        assertThat(told)
                .containsEntry("left", List.of("step-000000", "step-000001"))
                .containsEntry("resumedFrom", 1)
                .containsEntry("end", "Finished");
    }

    private record Outcome(int code, String output) {}

    private static Outcome onSmallDisk(Path disk, List<String> program) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNT, disk.toString()));
        command.addAll(program);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException noSuchProgram) {
            return new Outcome(-1, String.valueOf(noSuchProgram));
        }
    }
}
