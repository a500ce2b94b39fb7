package luthier.core.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.TestExtensions;
import luthier.core.engine.kernel.Kernels;
import luthier.core.fixture.Fixtures;
import luthier.core.fixture.Golden;
import luthier.core.model.DType;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Token by token against transformers on tiny random models.
@Tag("fixture")
final class GeneratorFixtureTest {
    private static final int END = 2;

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama3"})
    void greedyTokensEqualTransformers(String name) throws LuthierException {
        Path folder = Fixtures.folder("models/" + name);
        Golden golden = Golden.read(folder.resolve("golden.safetensors"));
        int[] expected =
                Arrays.stream(golden.longs("greedy")).mapToInt(id -> (int) id).toArray();
        int length = golden.batch().length();
        try (Kernels kernels = Kernels.load(-1, 1);
                LoadedModel model = AnsweringModel.open(folder, null, TestExtensions.llama())
                        .load(kernels, DType.F32);
                Generator generator = new Generator(model, model.blueprint().vocabulary())) {
            for (int end = length; end < expected.length; end++) {
                float[] logits = generator.logits(Arrays.copyOf(expected, end));
                // The fixture was generated with the end token forbidden (min_new_tokens).
                logits[END] = Float.NEGATIVE_INFINITY;
                assertThat(Sampling.GREEDY.choose(logits, logits.length, 0, 0))
                        .as("token %d", end)
                        .isEqualTo(expected[end]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama3"})
    void logitsAfterPiecesEqualTransformers(String name) throws LuthierException {
        Path folder = Fixtures.folder("models/" + name);
        Golden golden = Golden.read(folder.resolve("golden.safetensors"));
        int length = golden.batch().length();
        int[] row = Arrays.copyOf(golden.batch().ids(), length);
        float[] all = golden.floats("logits");
        try (Kernels kernels = Kernels.load(-1, 1);
                LoadedModel model = AnsweringModel.open(folder, null, TestExtensions.llama())
                        .load(kernels, DType.F32);
                Generator generator = new Generator(model, model.blueprint().vocabulary())) {
            int vocabulary = model.blueprint().vocabulary();
            // Each reuses what the one before left in the cache.
            for (int end : new int[] {3, 10, length, 7}) {
                float[] logits = generator.logits(Arrays.copyOf(row, end));
                for (int id = 0; id < vocabulary; id++) {
                    assertThat(logits[id])
                            .as("logit %d after %d tokens", id, end)
                            .isCloseTo(all[(end - 1) * vocabulary + id], org.assertj.core.data.Offset.offset(1e-4f));
                }
            }
        }
    }
}
