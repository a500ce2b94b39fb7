package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.TestProgram;
import luthier.app.worker.ScriptedTasks;
import luthier.core.client.RunFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.ProjectCodec;
import luthier.core.run.RunSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final ScriptedTasks tasks = new ScriptedTasks((_, _) ->
            List.of(Map.of("loss", 1.5, "perplexity", 4.48, "tokenAccuracy", 0.625, "supervisedTokens", 12_345)));
    private final TestProgram program = TestProgram.of(tasks);

    @Test
    void aProjectIsMeasuredWithoutAResult() throws IOException {
        assertThat(program.run("eval", Projects.in(folder, "first").toString())).isZero();
        assertThat(program.out.toString())
                .isEqualToIgnoringNewLines("loss 1.5000, perplexity 4.48, 62.5 % of 12,345 tokens right");
        assertThat(tasks.messages.getFirst()).containsOnlyKeys("spec");
    }

    @Test
    void aRunFolderIsMeasuredWithItsResult() throws IOException, LuthierException {
        RunSpec spec = ProjectCodec.read(Projects.in(folder, "first")).project().spec("first");
        Path run = RunFolder.create(folder.resolve("run"), spec).path();
        assertThat(program.run("eval", run.toString(), "--set", "data.maxLength=77"))
                .isZero();
        assertThat(tasks.messages.getFirst().get("runFolder")).isEqualTo(run);
        assertThat(tasks.messages.getFirst().get("spec"))
                .isInstanceOfSatisfying(
                        RunSpec.class,
                        sent -> assertThat(sent.data().maxLength()).isEqualTo(77));
    }

    @Test
    void aFolderThatIsNoRunIsRefused() throws IOException {
        assertThat(program.run(
                        "eval", Files.createDirectory(folder.resolve("empty")).toString()))
                .isEqualTo(2);
        assertThat(program.err.toString()).contains("spec.json");
    }
}
