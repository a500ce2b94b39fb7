package luthier.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import luthier.core.data.batch.Batch;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.fixture.Fixtures;
import luthier.core.fixture.Golden;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.Slot;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.tuning.TuningPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our stages against transformers on tiny random models.
@Tag("fixture")
final class LlamaFixtureTest {
    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama3"})
    void hiddenStatesAndLogitsEqualTransformers(String name) throws LuthierException {
        Path folder = Fixtures.folder("models/" + name);
        Golden golden = Golden.read(folder.resolve("golden.safetensors"));
        Blueprint blueprint = TinyModel.blueprint(folder);
        try (Kernels kernels = Kernels.load(-1, 1);
                LoadedModel model = TinyModel.load(
                        kernels, folder, blueprint, DType.F32, new TuningPlan(List.of(), List.of(), List.of(), 0));
                RotaryTables rotary = new RotaryTables(kernels, blueprint, DType.F32, 64);
                BatchInputs in = new BatchInputs(model, rotary, golden.batch(), BatchInputs.Dropout.OFF);
                Scope scope = new Scope()) {
            MicroBatch pass = new MicroBatch(model, 0);
            Tensor x = scope.own(pass.embed(in));
            golden.assertRows("hidden_states.0", kernels.floats(x), 1e-4);
            for (int i = 0; i < blueprint.blocks(); i++) {
                List<Tensor> made = pass.forward(in, i, x);
                made.forEach(scope::own);
                x = made.getFirst();
                if (i + 1 < blueprint.blocks()) {
                    golden.assertRows("hidden_states." + (i + 1), kernels.floats(x), 1e-4);
                }
            }
            Tensor logits = scope.own(kernels.call("head_logits")
                    .with(x)
                    .with(model.head().parameters())
                    .with(in.headConstants(scope, 1, 0))
                    .tensor(DType.F32, MemoryCause.WORKSPACE));
            golden.assertRows("logits", kernels.floats(logits), 1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama3"})
    void lossAndEveryGradientEqualTransformers(String name) throws LuthierException {
        Path folder = Fixtures.folder("models/" + name);
        Golden golden = Golden.read(folder.resolve("golden.safetensors"));
        Blueprint blueprint = TinyModel.blueprint(folder);
        TuningPlan plan = TinyModel.everything(blueprint);
        try (Kernels kernels = Kernels.load(-1, 1);
                LoadedModel model = TinyModel.load(kernels, folder, blueprint, DType.F32, plan);
                RotaryTables rotary = new RotaryTables(kernels, blueprint, DType.F32, 64)) {
            Batch batch = golden.batch();
            try (BatchInputs in = new BatchInputs(model, rotary, batch, BatchInputs.Dropout.OFF)) {
                double loss = new MicroBatch(model, 1).train(in, 1.0 / batch.supervisedTokens());
                assertThat(loss / batch.supervisedTokens())
                        .isCloseTo(golden.floats("loss")[0], org.assertj.core.data.Percentage.withPercentage(1e-3));
            }
            int compared = 0;
            for (TuningPlan.Trained trained : plan.trained()) {
                Slot slot = blueprint.stages().get(trained.stage()).slots().stream()
                        .filter(s -> s.key().equals(trained.target()))
                        .findFirst()
                        .orElseThrow();
                float[] gradient = kernels.floats(model.trained().gradient(trained.name()));
                for (int part = 0; part < slot.parts().size(); part++) {
                    String key = "grad." + slot.parts().get(part).tensor();
                    if (golden.has(key)) {
                        golden.assertGradient(key, gradient, slot.rowOf(part) * Math.max(1, slot.columns()));
                        compared++;
                    }
                }
            }
            assertThat(compared).isEqualTo(golden.count("grad."));
        }
    }
}
