package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.TestProgram;
import luthier.app.worker.ScriptedTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogitsCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final ScriptedTasks tasks =
            new ScriptedTasks((_, _) -> List.of(Map.of("file", "/out.safetensors", "continuation", List.of(7, 8))));
    private final TestProgram program = TestProgram.of(tasks);

    @Test
    void asksForTheRowsOfTheFileAndPrintsTheAnswer() throws IOException {
        Path ids = Files.writeString(folder.resolve("ids.json"), "{\"ids\": [[1, 2], [3]]}");
        assertThat(program.run(
                        "logits", "/m", "--adapter", "/a", "--ids", ids.toString(), "--to", "/o", "--new-tokens", "2"))
                .isZero();
        Map<String, ?> request = tasks.messages.getFirst();
        assertThat(request.get("ids")).isEqualTo(List.of(List.of(1, 2), List.of(3)));
        assertThat(request.get("adapter")).isEqualTo(Path.of("/a"));
        assertThat(request.get("newTokens")).isEqualTo(2);
        assertThat(request.get("precision")).isEqualTo("fp32");
        assertThat(program.out.toString()).contains("\"continuation\":[7,8]");
    }

    @Test
    void aFileWithoutRowsIsRefused() throws IOException {
        Path ids = Files.writeString(folder.resolve("ids.json"), "{\"rows\": [[1]]}");
        assertThat(program.run("logits", "/m", "--ids", ids.toString(), "--to", "/o"))
                .isEqualTo(2);
        assertThat(program.err.toString()).contains("ids.json").contains("holds no rows");
        assertThat(tasks.messages).isEmpty();
    }

    @Test
    void theListOfCommandsDoesNotShowIt() {
        assertThat(program.run("--help")).isZero();
        assertThat(program.out.toString()).contains("export").doesNotContain("logits");
    }
}
