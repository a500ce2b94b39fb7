package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.TestProgram;
import luthier.app.worker.ScriptedTasks;
import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.ProjectCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final ScriptedTasks tasks = new ScriptedTasks((_, _) ->
            List.of(Map.of("progress", "merging"), Map.of("done", Map.of("folder", "/out", "bytes", 3 << 20))));
    private final TestProgram program = TestProgram.of(tasks);

    @Test
    void tellsWhereTheResultLiesAndHowLargeItIs() throws IOException, LuthierException {
        Path run = RunFolder.create(
                        folder.resolve("run"),
                        ProjectCodec.read(Projects.in(folder, "first"))
                                .project()
                                .spec("first"))
                .path();
        assertThat(program.run("export", run.toString(), "--to", "/out", "--merged"))
                .isZero();
        assertThat(program.out.toString()).isEqualToIgnoringNewLines("/out written, 3.00 MiB");
        assertThat(program.err.toString()).isEqualToIgnoringNewLines("merging");
        assertThat(tasks.messages.getFirst().get("runFolder")).isEqualTo(run);
        assertThat(tasks.messages.getFirst().get("merged")).isEqualTo(true);
    }

    @Test
    void aFolderThatIsNoRunIsRefused() {
        assertThat(program.run("export", folder.toString(), "--to", "/out")).isEqualTo(2);
        assertThat(tasks.messages).isEmpty();
    }
}
