package luthier.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import luthier.core.data.batch.Batch;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.fixture.Fixtures;
import luthier.core.fixture.Golden;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.optimizer.UpdateRule;
import luthier.core.optimizer.adamw.AdamW;
import luthier.core.optimizer.adamw.AdamWSettings;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.tuning.TuningPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty steps of LoRA against PEFT with PyTorch's AdamW.
@Tag("fixture")
final class LoraFixtureTest {
    private static final int STEPS = 20;

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-rslora", "llama-patterns"})
    void logitsLossesGradientsAndAdapterAfterTwentyStepsEqualPeft(String name) throws LuthierException, IOException {
        Path folder = Fixtures.folder("lora/" + name);
        Path base = Fixtures.folder("models/llama");
        Golden golden = Golden.read(folder.resolve("golden.safetensors"));
        Golden before = Golden.read(folder.resolve("adapter/adapter_model.safetensors"));
        Golden after = Golden.read(folder.resolve("adapter-after/adapter_model.safetensors"));
        Blueprint blueprint = TinyModel.blueprint(base);
        TuningPlan plan =
                LoraByHand.plan(blueprint, before, scale(folder.resolve("adapter/adapter_config.json"), before), 0);
        UpdateRule rule = new AdamW().rule(AdamWSettings.DEFAULTS);
        try (Kernels kernels = Kernels.load(-1, 1);
                LoadedModel model = TinyModel.load(kernels, base, blueprint, DType.F32, plan);
                RotaryTables rotary = new RotaryTables(kernels, blueprint, DType.F32, 64)) {
            LoraByHand.fill(model, before);
            assertLogits(golden, "logits", model, rotary);
            for (int step = 0; step < STEPS; step++) {
                Batch batch = golden.batch(step);
                model.trained().clearGradients();
                try (BatchInputs in = new BatchInputs(model, rotary, batch, BatchInputs.Dropout.OFF)) {
                    double loss = new MicroBatch(model, 0).train(in, 1.0 / batch.supervisedTokens());
                    assertThat(loss / batch.supervisedTokens())
                            .as("loss of step %d", step)
                            .isCloseTo(golden.floats("losses")[step], within(2e-5));
                }
                if (step == 0) {
                    for (TuningPlan.Trained number : plan.trained()) {
                        Tensor gradient = model.trained().gradient(number.name());
                        golden.assertGradient("grad." + number.name(), kernels.floats(gradient), 0);
                    }
                }
                for (ParameterGroup group : model.trained().groups()) {
                    rule.update(kernels, group, step + 1, 1e-3);
                }
                model.refresh();
            }
            for (TuningPlan.Trained number : plan.trained()) {
                float[] actual = kernels.floats(model.trained().value(number.name()));
                float[] expected = after.floats(number.name());
                for (int i = 0; i < actual.length; i++) {
                    assertThat(actual[i]).as("%s[%d]", number.name(), i).isCloseTo(expected[i], within(2e-5f));
                }
            }
            assertLogits(golden, "logits_after", model, rotary);
        }
    }

    private static void assertLogits(Golden golden, String key, LoadedModel model, RotaryTables rotary) {
        Kernels kernels = model.kernels();
        try (BatchInputs in = new BatchInputs(model, rotary, golden.batch(0), BatchInputs.Dropout.OFF);
                Scope scope = new Scope()) {
            Tensor hidden = scope.own(new MicroBatch(model, 0).hidden(in));
            Tensor logits = scope.own(kernels.call("head_logits")
                    .with(hidden)
                    .with(model.head().parameters())
                    .with(in.headConstants(scope, 1, 0))
                    .tensor(DType.F32, MemoryCause.WORKSPACE));
            golden.assertRows(key, kernels.floats(logits), 1e-4);
        }
    }

    /// The scale of each module by the adapter's configuration: alpha / rank, or alpha / √rank.
    private static ToDoubleFunction<String> scale(Path file, Golden adapter) throws LuthierException, IOException {
        Map<String, Object> config = JsonLine.object(file.toString(), Files.readString(file));
        return module -> {
            double alpha = ((Number) config.getOrDefault("lora_alpha", 8)).doubleValue();
            if (config.get("alpha_pattern") instanceof Map<?, ?> patterns) {
                for (Map.Entry<?, ?> pattern : patterns.entrySet()) {
                    if (Pattern.matches("(.*\\.)?(" + pattern.getKey() + ")", module)) {
                        alpha = ((Number) pattern.getValue()).doubleValue();
                    }
                }
            }
            String a = LoraByHand.name(module, "lora_A");
            double rank = adapter.rows(a);
            return Boolean.TRUE.equals(config.get("use_rslora")) ? alpha / Math.sqrt(rank) : alpha / rank;
        };
    }
}
