package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.app.TestProgram;
import luthier.app.worker.ScriptedTasks;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    @Test
    void aSoundMachineEndsWell() {
        TestProgram program = TestProgram.of(answering(true));
        assertThat(program.run("doctor")).isZero();
        assertThat(program.out.toString().lines()).containsExactly("ok       cores                  2");
    }

    @Test
    void aMissingThingIsSaidWithAdvice() {
        TestProgram program = TestProgram.of(answering(false));
        assertThat(program.run("doctor")).isEqualTo(69);
        assertThat(program.out.toString()).contains("MISSING  cores").contains("Add some.");
    }

    @Test
    void anEngineThatCannotStartLeavesWhatCanBeSeenFromOutside() {
        TestProgram program = TestProgram.of(new ScriptedTasks((_, _) -> {
            throw new LuthierException(new Failure.WorkerDied(1, List.of("UnsatisfiedLinkError: libtorch")));
        }));
        assertThat(program.run("doctor")).isEqualTo(69);
        assertThat(program.out.toString())
                .contains(System.getProperty("java.home"))
                .contains("pytorch-native-cpu-2.7.1-linux-x86_64.jar")
                .contains("training runs on the CPU")
                .contains("MISSING  engine")
                .contains("UnsatisfiedLinkError: libtorch");
    }

    @Test
    void jsonHoldsTheChecks() throws LuthierException {
        TestProgram program = TestProgram.of(answering(false));
        assertThat(program.run("doctor", "--json")).isEqualTo(69);
        assertThat(JsonLine.object("output", program.out.toString()))
                .containsEntry(
                        "checks", List.of(Map.of("name", "cores", "ok", false, "value", "2", "advice", "Add some.")));
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedIsRefused() {
        TestProgram program = TestProgram.withoutWorker();
        assertThat(program.run("doctor", "--yes")).isEqualTo(2);
        assertThat(program.err.toString()).contains("--yes").contains("--fetch-cuda");
    }

    @Test
    void checksAsJsonAreNotGivenByADownload() {
        TestProgram program = TestProgram.withoutWorker();
        assertThat(program.run("doctor", "--fetch-cuda", "--json")).isEqualTo(2);
        assertThat(program.err.toString()).contains("--json").contains("--fetch-cuda");
    }

    @Test
    void aServerThatDoesNotAnswerIsOneSentenceAndNoWorkerIsStarted() {
        TestProgram program = TestProgram.withoutWorker();
        assertThat(program.run("doctor", "--fetch-cuda", "--yes")).isEqualTo(1);
        assertThat(program.err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("http://localhost:1/2.7.1/files.txt", "does not answer"));
    }

    private static ScriptedTasks answering(boolean ok) {
        return new ScriptedTasks((_, _) -> List.of(Map.of(
                "checks", List.of(Map.of("name", "cores", "ok", ok, "value", "2", "advice", ok ? "" : "Add some.")))));
    }
}
