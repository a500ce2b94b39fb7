package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.engine.TestExtensions;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanTaskTest {
    private final PlanTask task = new PlanTask(TestExtensions.llama());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsBytesByCauseStepsAndTheLongestBatch() throws LuthierException, IOException {
        RunSpec spec = TinyRun.spec(folder, 0);
        Map<String, Object> plan = RecordingChannel.answer(task, Map.of("spec", RunSpecCodec.toMap(spec)));
        assertThat(plan)
                .containsEntry("fits", true)
                .containsEntry("activations", "keep")
                .containsEntry("steps", 9)
                // rank 2 · (96 + 64)
                .containsEntry("trainableParameters", 320)
                .containsEntry("totalParameters", 82_240 + 320)
                .containsEntry("longestBatch", Map.of("rows", 2, "length", 40))
                .doesNotContainKey("measured");
        Map<?, ?> causes = RecordingChannel.object(plan, "causes");
        assertThat(causes.get("WEIGHTS")).isEqualTo(82_240 * 4);
        assertThat(causes.get("OPTIMIZER")).isEqualTo(320 * 2 * 4);
        double sum = causes.keySet().stream()
                .mapToDouble(cause -> RecordingChannel.number(causes, String.valueOf(cause)))
                .sum();
        assertThat(RecordingChannel.number(plan, "peakBytes")).isEqualTo(sum);
    }

    @Test
    void tellsHowLongTheExamplesAreAndWhichLimitWouldDo() throws LuthierException, IOException {
        RunSpec spec = TinyRun.spec(folder, 0);
        Map<String, Object> plan = RecordingChannel.answer(task, Map.of("spec", RunSpecCodec.toMap(spec)));
        Map<?, ?> lengths = RecordingChannel.object(plan, "lengths");
        assertThat(lengths.get("examples")).isEqualTo(5);
        assertThat(lengths.get("limit")).isEqualTo(48);
        assertThat(RecordingChannel.number(lengths, "longest"))
                .isGreaterThan(RecordingChannel.number(lengths, "median"))
                .isEqualTo(RecordingChannel.number(lengths, "nearlyAll"));
        assertThat(lengths.get("suggestedLimit")).isEqualTo(64);
        assertThat(plan.get("notices")).isEqualTo(List.of());
    }

    @Test
    void measuresTheSameCausesByRealSteps() throws LuthierException, IOException {
        RunSpec spec = TinyRun.spec(folder, 0);
        List<Map<String, Object>> lines =
                RecordingChannel.perform(task, Map.of("spec", RunSpecCodec.toMap(spec), "measure", true), List.of());
        assertThat(lines)
                .extracting(line -> String.valueOf(line.get("progress")))
                .contains("Step 2 of 2 at the longest batch, 2 × 40 tokens");
        Map<?, ?> predicted = RecordingChannel.object(lines.getLast(), "causes");
        Map<?, ?> measured = RecordingChannel.object(RecordingChannel.object(lines.getLast(), "measured"), "causes");
        for (String cause : List.of("WEIGHTS", "OPTIMIZER", "GRADIENTS")) {
            assertThat(measured.get(cause)).as(cause).isEqualTo(predicted.get(cause));
        }
        double activations = RecordingChannel.number(predicted, "ACTIVATIONS");
        assertThat(RecordingChannel.number(measured, "ACTIVATIONS")).isBetween(0.5 * activations, 1.2 * activations);
        assertThat(RecordingChannel.number(measured, "RUNTIME")).isPositive();
    }
}
