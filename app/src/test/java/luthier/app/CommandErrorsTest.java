package luthier.app;

import static org.assertj.core.api.Assertions.assertThat;

import luthier.app.worker.ScriptedTasks;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class CommandErrorsTest {
    private final TestProgram program = TestProgram.withoutWorker();

    @Test
    void aMisspeltCommandIsAnsweredWithTheClosestOne() {
        assertThat(program.run("rnu", "x.luthier")).isEqualTo(2);
        assertThat(program.err.toString()).contains("Did you mean `run`?").contains("`luthier --help`");
    }

    @Test
    void aMisspeltOptionIsAnsweredWithTheClosestOne() {
        assertThat(program.run("plan", "x.luthier", "--mesure")).isEqualTo(2);
        assertThat(program.err.toString()).contains("Did you mean `--measure`?").contains("`luthier plan --help`");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThat(program.run("run")).isEqualTo(2);
        assertThat(program.err.toString()).contains("PROJECT");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(program.run()).isEqualTo(2);
        assertThat(program.err.toString()).contains("`luthier --help`");
    }

    @Test
    void aFileThatIsNotThereIsASentence() {
        assertThat(program.run("run", "/nowhere/my.luthier")).isEqualTo(2);
        assertThat(program.err.toString()).startsWith("luthier: /nowhere/my.luthier: ");
    }

    @Test
    void aFailureOfTheWorkerIsASentenceWithItsExitCode() {
        TestProgram failing = TestProgram.of(new ScriptedTasks((_, _) -> {
            throw new LuthierException(new Failure.UnreadableModel("model/config.json", "is empty", "Copy it again."));
        }));
        assertThat(failing.run("import", "a.gguf", "folder")).isEqualTo(3);
        assertThat(failing.err.toString())
                .isEqualToIgnoringNewLines("luthier: model/config.json: is empty. Copy it again.");
    }

    @Test
    void anythingElseIsAnInternalFaultWithItsTrace() {
        TestProgram broken = TestProgram.of(new ScriptedTasks((_, _) -> {
            throw new IllegalStateException("out of order");
        }));
        assertThat(broken.run("import", "a.gguf", "folder")).isEqualTo(70);
        assertThat(broken.err.toString()).contains("out of order").contains("\tat luthier.app");
    }
}
