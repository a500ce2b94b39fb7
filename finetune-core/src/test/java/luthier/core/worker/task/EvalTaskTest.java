package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import luthier.core.client.RunFolder;
import luthier.core.engine.TestExtensions;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvalTaskTest {
    private final EvalTask task = new EvalTask(TestExtensions.llama());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void trainingLowersTheLossOfItsExamples() throws LuthierException, IOException {
        RunSpec spec = TinyRun.spec(folder, 0);
        RunFolder run = TinyRun.finished(folder, spec);
        Map<String, Object> before = RecordingChannel.answer(task, Map.of("spec", RunSpecCodec.toMap(spec)));
        Map<String, Object> after = RecordingChannel.answer(
                task,
                Map.of("spec", RunSpecCodec.toMap(spec), "runFolder", run.path().toString()));
        assertThat(number(after, "loss")).isLessThan(number(before, "loss") - 0.01);
        assertThat(number(before, "perplexity")).isCloseTo(Math.exp(number(before, "loss")), Offset.offset(1e-6));
        assertThat(after.get("supervisedTokens")).isEqualTo(before.get("supervisedTokens"));
        assertThat(number(before, "tokenAccuracy")).isBetween(0.0, 1.0);
    }

    @Test
    void heldOutExamplesAreMeasuredWhereThereAreSome() throws LuthierException, IOException {
        Map<String, Object> all =
                RecordingChannel.answer(task, Map.of("spec", RunSpecCodec.toMap(TinyRun.spec(folder, 0))));
        Map<String, Object> held =
                RecordingChannel.answer(task, Map.of("spec", RunSpecCodec.toMap(TinyRun.spec(folder, 0.4))));
        assertThat(number(held, "supervisedTokens")).isPositive().isLessThan(number(all, "supervisedTokens"));
    }

    @Test
    void aRunWithoutAResultIsNamed() throws LuthierException, IOException {
        RunSpec spec = TinyRun.spec(folder, 0);
        RunFolder run = RunFolder.create(folder.resolve("unfinished"), spec);
        assertThatThrownBy(() -> RecordingChannel.answer(
                        task,
                        Map.of(
                                "spec",
                                RunSpecCodec.toMap(spec),
                                "runFolder",
                                run.path().toString())))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("no result yet");
    }

    private static double number(Map<String, Object> line, String key) {
        return line.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
