package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.app.TestProgram;
import luthier.app.worker.ScriptedTasks;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void showsBytesByCauseThePeakAndTheVerdict() throws IOException {
        TestProgram program = TestProgram.of(new ScriptedTasks((_, _) -> List.of(Projects.PLAN)));
        assertThat(program.run("plan", Projects.in(folder, "first").toString())).isZero();
        assertThat(program.out.toString().lines())
                .contains(
                        "  weights                   60.0 MiB",
                        "  runtime                   30.0 MiB",
                        "  peak                       100 MiB",
                        "  available                  500 MiB",
                        "It fits.")
                .noneMatch(line -> line.contains("measured"));
    }

    @Test
    void whatDoesNotFitHasAnExitCodeOfItsOwn() throws IOException {
        TestProgram program = TestProgram.of(new ScriptedTasks((_, _) -> List.of(Projects.TOO_LARGE)));
        assertThat(program.run("plan", Projects.in(folder, "first").toString())).isEqualTo(4);
        assertThat(program.out.toString()).contains("It does not fit: 500 MiB are missing.");
    }

    @Test
    void measuredFiguresStandBesideThePredictedOnes() throws IOException {
        Map<String, Object> measured = new HashMap<>(Projects.PLAN);
        measured.put("measured", Projects.TOO_LARGE);
        ScriptedTasks tasks = new ScriptedTasks((_, _) -> List.of(Map.of("progress", "step 1 of 2"), measured));
        TestProgram program = TestProgram.of(tasks);
        assertThat(program.run("plan", Projects.in(folder, "first").toString(), "--measure"))
                .isZero();
        assertThat(program.out.toString().lines())
                .contains("  peak                       100 MiB    0.98 GiB")
                .anyMatch(line -> line.endsWith("   predicted    measured"));
        assertThat(program.err.toString()).isEqualToIgnoringNewLines("step 1 of 2");
        assertThat(tasks.messages.getFirst().get("measure")).isEqualTo(true);
        assertThat(tasks.open).isZero();
    }

    @Test
    void tellsTheLengthsOfTheExamplesTheLimitThatWouldDoAndWhatIsOddAboutTheTemplate() throws IOException {
        Map<String, Object> plan = new HashMap<>(Projects.PLAN);
        plan.put("lengths", lengths(512));
        plan.put("notices", List.of("The chat template refuses a system turn."));
        plan.put("activations", "mixed");
        TestProgram program = TestProgram.of(new ScriptedTasks((_, _) -> List.of(plan)));
        assertThat(program.run("plan", Projects.in(folder, "first").toString())).isZero();
        assertThat(program.out.toString().lines())
                .contains(
                        "1,500 examples: median 80 tokens, 99 % up to 250, longest 700; data.maxLength is 512,"
                                + " suggested 256",
                        "The chat template refuses a system turn.")
                .anyMatch(line -> line.endsWith("activations of the upper blocks kept"));
    }

    @Test
    void suggestsNothingWhenTheLimitIsTheOneThatWouldBeSuggested() throws IOException {
        Map<String, Object> plan = new HashMap<>(Projects.PLAN);
        plan.put("lengths", lengths(256));
        TestProgram program = TestProgram.of(new ScriptedTasks((_, _) -> List.of(plan)));
        assertThat(program.run("plan", Projects.in(folder, "first").toString())).isZero();
        assertThat(program.out.toString()).contains("data.maxLength is 256").doesNotContain("suggested");
    }

    private static Map<String, ?> lengths(int limit) {
        return Map.of(
                "examples",
                1500,
                "median",
                80,
                "nearlyAll",
                250,
                "longest",
                700,
                "limit",
                limit,
                "suggestedLimit",
                256);
    }

    @Test
    void jsonIsTheAnswerItself() throws IOException, LuthierException {
        TestProgram program = TestProgram.of(new ScriptedTasks((_, _) -> List.of(Projects.PLAN)));
        assertThat(program.run("plan", Projects.in(folder, "first").toString(), "--json"))
                .isZero();
        assertThat(JsonLine.object("output", program.out.toString()))
                .containsEntry("steps", 40)
                .containsKey("causes");
    }
}
