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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final ScriptedTasks tasks = new ScriptedTasks((_, message) -> lines(message));

    @Test
    void answersAPromptAndEnds() {
        TestProgram program = TestProgram.of(tasks);
        assertThat(program.run("chat", "model", "--prompt", "hello", "--temperature", "0", "--seed", "7"))
                .isZero();
        assertThat(program.out.toString()).isEqualToIgnoringNewLines("you said hello");
        assertThat(program.err.toString()).isEmpty();
        assertThat(tasks.messages.getFirst().get("temperature")).isEqualTo(0.0);
        assertThat(tasks.messages.getFirst().get("seed")).isEqualTo(7L);
        assertThat(tasks.open).isZero();
    }

    @Test
    void withoutAPromptItReadsLinesToTheirEnd() {
        TestProgram program = TestProgram.of(tasks, "one\n\n two \n");
        assertThat(program.run("chat", "model")).isZero();
        assertThat(program.out.toString().lines()).containsExactly("you said one", "you said two");
        assertThat(program.err.toString()).contains("a test model", "Ctrl+D", "cut off");
    }

    @Test
    void aRunFolderMeansItsBaseWithItsAdapter() throws IOException, LuthierException {
        Path run = run();
        Files.createDirectories(run.resolve("output"));
        Files.writeString(run.resolve("output/adapter_config.json"), "{}");
        assertThat(TestProgram.of(tasks).run("chat", run.toString(), "--prompt", "x"))
                .isZero();
        assertThat(tasks.messages.getFirst().get("model")).isEqualTo(folder.resolve("model"));
        assertThat(tasks.messages.getFirst().get("adapter")).isEqualTo(run.resolve("output"));
    }

    @Test
    void aRunFolderWithAWholeModelMeansThatModel() throws IOException, LuthierException {
        Path run = run();
        Files.createDirectories(run.resolve("output"));
        Files.writeString(run.resolve("output/config.json"), "{}");
        assertThat(TestProgram.of(tasks).run("chat", run.toString(), "--prompt", "x", "--precision", "fp32"))
                .isZero();
        assertThat(tasks.messages.getFirst().get("model")).isEqualTo(run.resolve("output"));
        assertThat(tasks.messages.getFirst().get("adapter")).isNull();
        assertThat(tasks.messages.getFirst().get("precision")).isEqualTo("fp32");
    }

    @Test
    void aRunWithoutAResultIsRefused() throws IOException, LuthierException {
        TestProgram program = TestProgram.of(tasks);
        assertThat(program.run("chat", run().toString())).isEqualTo(2);
        assertThat(program.err.toString()).contains("holds no result yet");
    }

    @Test
    void anUnknownPrecisionIsRefused() {
        TestProgram program = TestProgram.of(tasks);
        assertThat(program.run("chat", "model", "--precision", "int3")).isEqualTo(2);
        assertThat(program.err.toString()).contains("`int3` is not one of: fp32, bf16");
    }

    private Path run() throws IOException, LuthierException {
        RunSpec spec = ProjectCodec.read(Projects.in(folder, "first")).project().spec("first");
        return RunFolder.create(folder.resolve("run"), spec).path();
    }

    private static List<Map<String, ?>> lines(Map<String, ? extends @Nullable Object> message) {
        Object user = message.get("user");
        return user == null
                ? List.of(Map.of("ready", true, "info", "a test model"))
                : List.of(
                        Map.of("token", "you said "),
                        Map.of("token", user),
                        Map.of("end", Map.of("tokens", 2, "tokensPerSecond", 12.5, "reason", "length")));
    }
}
