package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.TestProgram;
import luthier.app.worker.ScriptedTasks;
import org.junit.jupiter.api.Test;

class ImportCommandTest {
    @Test
    void tellsWhatWasWrittenAndWhatToKnow() {
        ScriptedTasks tasks = new ScriptedTasks((_, _) -> List.of(
                Map.of("done", 1, "total", 2),
                Map.of("done", 2, "total", 2),
                Map.of("folder", "/models/m", "tensors", 2, "notice", List.of("no chat template in the file"))));
        TestProgram program = TestProgram.of(tasks);
        assertThat(program.run("import", "/m.gguf", "/models/m", "--overwrite")).isZero();
        assertThat(program.out.toString().lines())
                .containsExactly("no chat template in the file", "/models/m written, 2 tensors");
        assertThat(tasks.messages.getFirst().get("file")).isEqualTo(Path.of("/m.gguf"));
        assertThat(tasks.messages.getFirst().get("to")).isEqualTo(Path.of("/models/m"));
        assertThat(tasks.messages.getFirst().get("overwrite")).isEqualTo(true);
    }
}
