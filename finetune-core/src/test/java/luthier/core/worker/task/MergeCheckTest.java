package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.DownTuning;
import luthier.core.engine.StoredAdapter;
import luthier.core.engine.TestExtensions;
import luthier.core.engine.TestWeights;
import luthier.core.fixture.Fixtures;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.safetensors.SafetensorsWriter;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MergeCheckTest {
    private static final List<int[]> ROWS = List.of(new int[] {5, 9, 33, 120, 7}, new int[] {44, 201, 8});

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(names = {"F32", "BF16"})
    void aRightMergePassesAndOneWithTheScaleTenPercentOffIsRefused(DType kept) throws LuthierException, IOException {
        Path base = base(kept);
        AnsweringModel unmerged = adapted(base, "adapter", 1);

        MergeCheck right = MergeCheck.of(unmerged, merged(unmerged, "right"), ROWS);
        assertThatCode(() -> right.requireEqual(folder)).doesNotThrowAnyException();

        AnsweringModel tenMore = adapted(base, "ten-more", 1.1);
        MergeCheck wrong = MergeCheck.of(unmerged, merged(tenMore, "wrong"), ROWS);
        assertThatThrownBy(() -> wrong.requireEqual(folder))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("answers otherwise");
        assertThat(wrong.rounding()).isEqualTo(right.rounding());
    }

    /// Without a computed rounding a limit wide enough for it would let a wrong merge through.
    @Test
    void whatRoundingCostsIsComputedAndNoExcuseForAnythingElse() throws LuthierException, IOException {
        Path base = base(DType.BF16);
        AnsweringModel unmerged = adapted(base, "adapter", 1);
        MergeCheck right = MergeCheck.of(unmerged, merged(unmerged, "right"), ROWS);
        assertThat(right.rounding()).isGreaterThan(1e-3);
        assertThat(right.largestDifference()).isLessThan(right.rounding() / 10);
    }

    private Path base(DType kept) throws LuthierException, IOException {
        Path model = Fixtures.folder("models/llama");
        if (kept == DType.F32) {
            return model;
        }
        Path copy = folder.resolve("base");
        TestWeights.copyInBrainFloat(model, copy);
        return copy;
    }

    /// The base with an adapter that moves its logits well beyond rounding.
    private AnsweringModel adapted(Path base, String name, double factor) throws LuthierException, IOException {
        Path adapter = Files.createDirectories(folder.resolve(name));
        Blueprint model = AnsweringModel.open(base, null, TestExtensions.llama())
                .prepared()
                .blueprint();
        SafetensorsWriter.write(
                adapter.resolve(DownTuning.FILE),
                Map.of(),
                List.of(
                        TestWeights.toWrite(
                                "a",
                                DType.F32,
                                new long[] {2, model.feedForward()},
                                values(1, 2 * model.feedForward(), 1)),
                        TestWeights.toWrite(
                                "b", DType.F32, new long[] {model.width(), 2}, values(2, 2 * model.width(), factor))));
        return AnsweringModel.open(base, adapter, TestExtensions.llama());
    }

    private static float[] values(long seed, int count, double factor) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (factor * random.nextGaussian());
        }
        return values;
    }

    private AnsweringModel merged(AnsweringModel unmerged, String name) throws LuthierException, IOException {
        StoredAdapter adapter = unmerged.adapter();
        if (adapter == null) {
            throw new AssertionError("no adapter");
        }
        Path target = Files.createDirectories(folder.resolve(name));
        adapter.merge().write(target);
        return AnsweringModel.open(target, null, TestExtensions.llama());
    }
}
