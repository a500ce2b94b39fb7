package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luthier.app.TestProgram;
import luthier.app.progress.RecordedEvents;
import luthier.core.client.RunFolder;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.ProjectCodec;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final TestProgram program = TestProgram.withoutWorker();

    @Test
    void listsEveryRunWithItsStateAndLastFigures() throws IOException, LuthierException {
        run("a", RecordedEvents.ending(RecordedEvents.finished()));
        run("b", RecordedEvents.ending(RecordedEvents.stopped()));
        run("c", RecordedEvents.ending(RecordedEvents.failed(new Failure.Diverged(3, ""))));
        run("d", RecordedEvents.unfinished());
        Files.createDirectory(folder.resolve("no-run"));
        assertThat(program.run("runs", folder.toString())).isZero();
        List<String> lines = program.out.toString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .matches("a +finished +step 40/40  loss 2\\.\\d{4}  evaluation 1\\.5000  20 s  900 MiB");
        assertThat(lines.get(1)).matches("b +stopped .*");
        assertThat(lines.get(2)).matches("c +failed .*");
        assertThat(lines.get(3)).matches("d +interrupted +step 40/40 .*");
    }

    @Test
    void aFolderWithoutRunsIsSaidToBeSo() {
        assertThat(program.run("runs", folder.toString())).isZero();
        assertThat(program.out.toString()).contains("No runs in " + folder);
    }

    @Test
    void aFolderThatIsNotThereIsWrongUsage() {
        assertThat(program.run("runs", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(program.err.toString()).contains("is not a folder");
    }

    private void run(String name, List<RunEvent> events) throws IOException, LuthierException {
        Path project = Projects.in(folder, "first");
        RunFolder run = RunFolder.create(
                folder.resolve(name), ProjectCodec.read(project).project().spec("first"));
        Files.write(run.events(), events.stream().map(JsonLine::write).toList());
    }
}
