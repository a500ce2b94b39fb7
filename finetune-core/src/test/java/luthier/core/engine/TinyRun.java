package luthier.core.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import luthier.core.data.batch.Batches;
import luthier.core.data.mask.Lengths;
import luthier.core.data.mask.TokenizedExample;
import luthier.core.data.prepare.RunData;
import luthier.core.engine.kernel.Kernels;
import luthier.core.fixture.Fixtures;
import luthier.core.fixture.Golden;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.folder.ModelFolder;
import luthier.core.optimizer.adamw.AdamW;
import luthier.core.optimizer.adamw.AdamWSettings;
import luthier.core.run.ActivationPolicy;
import luthier.core.run.BasePrecision;
import luthier.core.run.DataSpec;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.run.MethodSpec;
import luthier.core.run.Randomness;
import luthier.core.run.RunSpec;
import luthier.core.run.Schedule;
import luthier.core.run.TrainingSpec;
import luthier.core.tuning.TuningPlan;

/// A run of LoRA on the tiny Llama with made-up rows, for tests of the step.
final class TinyRun {
    private TinyRun() {}

    /// @param examples rows of 6 to 20 tokens
    static PreparedRun of(int examples, int batchSize, int accumulation, double dropout, DType compute)
            throws LuthierException {
        Path folder = Fixtures.folder("models/llama");
        Blueprint blueprint = TinyModel.blueprint(folder);
        Golden adapter =
                Golden.read(Fixtures.folder("lora/llama-patterns").resolve("adapter/adapter_model.safetensors"));
        TuningPlan plan = drawn(LoraByHand.plan(blueprint, adapter, module -> 2, dropout));
        TrainingSpec training = new TrainingSpec(
                1,
                0,
                batchSize,
                accumulation,
                1e-2,
                Schedule.CONSTANT,
                0,
                0,
                1,
                ActivationPolicy.KEEP,
                0,
                0,
                1,
                3,
                1,
                false);
        RunSpec spec = new RunSpec(
                "tiny",
                folder,
                compute == DType.F32 ? BasePrecision.FP32 : BasePrecision.BF16,
                new MethodSpec("lora", Map.of()),
                new MethodSpec("adamw", Map.of()),
                new DataSpec(folder, null, "auto", Map.of(), 0, 24, false),
                training,
                "cpu");
        Method method = new Method(
                plan,
                new AdamW().rule(AdamWSettings.DEFAULTS),
                compute,
                DType.F32,
                MemoryCause.ADAPTERS,
                (target, values) -> {});
        Batches batches = new Batches(rows(examples), batchSize, accumulation, 3, 0, 24);
        PreparedModel model = new PreparedModel(ModelFolder.open(folder, java.util.Set.of("llama")), blueprint, false);
        return new PreparedRun(
                spec,
                model,
                method,
                new RunData(batches, null, new Lengths(new TreeMap<>()), List.of(), List.of()),
                batches.plan().steps(1, 0));
    }

    /// B starts at zero in LoRA, which would leave A without a gradient: give both values.
    private static TuningPlan drawn(TuningPlan plan) {
        UnaryOperator<TuningPlan.Trained> draw = t -> new TuningPlan.Trained(
                t.name(), t.stage(), t.target(), t.rows(), t.columns(), new TuningPlan.Initial.Normal(0.1), t.decay());
        return new TuningPlan(
                plan.trained().stream().map(draw).toList(), plan.injections(), plan.constants(), plan.dropout());
    }

    private static List<TokenizedExample> rows(int count) {
        List<TokenizedExample> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Randomness random = Randomness.of(5, "rows", 0, i);
            int[] ids = random.ints(6 + random.nextInt(15), 4, 320).toArray();
            BitSet supervised = new BitSet();
            supervised.set(ids.length / 3, ids.length);
            rows.add(new TokenizedExample(ids, supervised));
        }
        return rows;
    }

    /// The trained numbers after some steps.
    static float[] train(PreparedRun run, int steps, int keptBlocks) throws LuthierException {
        try (Kernels kernels = Kernels.load(-1, 1);
                TrainingSession session = TrainingSession.open(run, kernels, keptBlocks)) {
            for (int step = 0; step < steps; step++) {
                session.step(step);
            }
            return kernels.floats(session.model().trained().groups().getFirst().parameters());
        }
    }

    /// The gradients of the first step, before clipping could hide a wrong factor.
    static float[] gradients(PreparedRun run, int keptBlocks) throws LuthierException {
        try (Kernels kernels = Kernels.load(-1, 1);
                TrainingSession session = TrainingSession.open(run, kernels, keptBlocks)) {
            session.accumulate(0);
            return kernels.floats(session.model().trained().groups().getFirst().gradients());
        }
    }
}
