package luthier.core.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.Slot;
import luthier.core.model.StageSpec;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.run.Randomness;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Injection;
import luthier.core.tuning.TuningPlan.Piece;
import luthier.core.tuning.TuningPlan.Trained;

/// Puts a model on the device: base weights tensor by tensor, trained numbers with their first values, and the
/// dictionaries that the kernels read.
final class ModelLoader {
    private final Kernels kernels;
    private final Blueprint blueprint;
    private final DType compute;
    private final TuningPlan plan;
    private final TrainedParameters trained;
    private final BaseWeights weights;
    private final long seed;
    private final Scope scope = new Scope();
    private final List<LoadedModel.Refresh> refreshes = new ArrayList<>();

    private ModelLoader(
            Kernels kernels,
            Blueprint blueprint,
            DType compute,
            TuningPlan plan,
            TrainedParameters trained,
            BaseWeights weights,
            long seed) {
        this.kernels = kernels;
        this.blueprint = blueprint;
        this.compute = compute;
        this.plan = plan;
        this.trained = trained;
        this.weights = weights;
        this.seed = seed;
    }

    /// @param seed of the trained numbers' first values
    /// @throws LuthierException (UnreadableModel) when the checkpoint does not hold what the blueprint needs
    static LoadedModel load(
            Kernels kernels,
            Blueprint blueprint,
            DType compute,
            TuningPlan plan,
            TrainedParameters trained,
            BaseWeights weights,
            long seed)
            throws LuthierException {
        return new ModelLoader(kernels, blueprint, compute, plan, trained, weights, seed).load();
    }

    private LoadedModel load() throws LuthierException {
        scope.own(trained);
        List<Map<String, Tensor>> tensors = new ArrayList<>();
        for (int i = 0; i < blueprint.stages().size(); i++) {
            tensors.add(base(i, blueprint.stages().get(i)));
        }
        if (blueprint.tied()) {
            tensors.getLast().put("head.w", present(tensors.getFirst(), "embed.w"));
        }
        for (Trained number : plan.trained()) {
            initialise(number);
        }
        for (Injection injection : plan.injections()) {
            tensors.get(injection.stage()).put(injection.key(), inject(injection));
        }
        for (TuningPlan.Constant constant : plan.constants()) {
            tensors.get(constant.stage()).put(constant.key(), scope.own(constant(constant)));
        }
        List<LoadedModel.Stage> stages = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            Map<String, Tensor> targets = targets(i);
            boolean trains = !targets.isEmpty();
            targets.put("none", scope.own(kernels.zeros(DType.F32, MemoryCause.WORKSPACE, 0)));
            stages.add(new LoadedModel.Stage(tensors.get(i), scope.map(tensors.get(i)), scope.map(targets), trains));
        }
        return new LoadedModel(kernels, blueprint, compute, plan, trained, stages, refreshes, scope);
    }

    private Map<String, Tensor> base(int stage, StageSpec spec) throws LuthierException {
        Map<String, Tensor> tensors = new HashMap<>();
        for (Slot slot : spec.slots()) {
            if (blueprint.isTiedHead(spec, slot)) {
                continue;
            }
            Tensor own = trainedInPlaceOf(stage, slot.key());
            if (own == null) {
                Tensor frozen = scope.own(kernels.zeros(compute, MemoryCause.WEIGHTS, slot.shape()));
                weights.fill(kernels, slot, frozen);
                tensors.put(slot.key(), frozen);
                continue;
            }
            weights.fill(kernels, slot, own);
            if (own.dtype() == compute) {
                tensors.put(slot.key(), own);
            } else {
                Tensor copy = scope.own(kernels.zeros(compute, MemoryCause.WEIGHTS, slot.shape()));
                refreshes.add(
                        new LoadedModel.Refresh(copy, List.of(own), new long[] {0}, new long[] {0}, new double[] {1}));
                tensors.put(slot.key(), copy);
            }
        }
        return tensors;
    }

    private @org.jspecify.annotations.Nullable Tensor trainedInPlaceOf(int stage, String key) {
        for (Trained number : plan.trained()) {
            if (number.stage() == stage
                    && number.initial() instanceof Initial.Base
                    && number.target().equals(key)) {
                return trained.value(number.name());
            }
        }
        return null;
    }

    private void initialise(Trained number) {
        // Torch takes seeds of 64 bits, but only the lower 32 count on every device.
        long draw = Randomness.key(seed, "initial values of " + number.name(), 0, 0) & 0xFFFF_FFFFL;
        switch (number.initial()) {
            case Initial.Base() -> {}
            case Initial.Zero() -> {}
            case Initial.Uniform(double bound) ->
                kernels.call("random_uniform")
                        .with(trained.value(number.name()))
                        .with(bound)
                        .with(draw)
                        .run();
            case Initial.Normal(double deviation) ->
                kernels.call("random_normal")
                        .with(trained.value(number.name()))
                        .with(deviation)
                        .with(draw)
                        .run();
        }
    }

    private Tensor inject(Injection injection) {
        long[] shape = injection.columns() == 0
                ? new long[] {injection.rows()}
                : new long[] {injection.rows(), injection.columns()};
        Tensor target = scope.own(kernels.zeros(compute, MemoryCause.ADAPTERS, shape));
        List<Piece> pieces = injection.pieces();
        refreshes.add(new LoadedModel.Refresh(
                target,
                pieces.stream().map(piece -> trained.value(piece.trained())).toList(),
                pieces.stream().mapToLong(Piece::row).toArray(),
                pieces.stream().mapToLong(Piece::column).toArray(),
                pieces.stream().mapToDouble(Piece::scale).toArray()));
        return target;
    }

    private Tensor constant(TuningPlan.Constant constant) {
        double[] flat = constant.rows().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (constant.decimal()) {
            return kernels.ofDoubles(MemoryCause.ADAPTERS, flat);
        }
        long[] whole = new long[flat.length];
        for (int i = 0; i < flat.length; i++) {
            whole[i] = (long) flat[i];
        }
        return kernels.ofLongTable(MemoryCause.ADAPTERS, whole, constant.rows().size());
    }

    private Map<String, Tensor> targets(int stage) {
        Map<String, Tensor> targets = new LinkedHashMap<>();
        if (!trained.hasGradients()) {
            return targets;
        }
        for (Trained number : plan.trained()) {
            if (number.stage() == stage) {
                targets.put(number.target(), trained.gradient(number.name()));
            }
            boolean tiedHead = blueprint.tied()
                    && stage == blueprint.stages().size() - 1
                    && number.stage() == 0
                    && number.target().equals("embed.w");
            if (tiedHead) {
                targets.put("head.w", trained.gradient(number.name()));
            }
        }
        return targets;
    }

    private static Tensor present(Map<String, Tensor> tensors, String key) {
        Tensor tensor = tensors.get(key);
        if (tensor == null) {
            throw new IllegalStateException("The blueprint has no slot " + key);
        }
        return tensor;
    }

    /// Where base weights come from: a checkpoint, or a generator for a new model.
    interface BaseWeights {
        /// Writes a slot's values, casting to the target's type.
        void fill(Kernels kernels, Slot slot, Tensor target) throws LuthierException;

        /// Copies raw little-endian values into rows of a target, some at a time, so that little stands twice.
        static void copy(Kernels kernels, ByteBuffer bytes, DType dtype, long columns, Tensor target, long row) {
            long width = Math.max(1, columns) * dtype.bytes();
            long rowsAtOnce = Math.max(1, (8L << 20) / width);
            long rows = bytes.remaining() / width;
            for (long start = 0; start < rows; start += rowsAtOnce) {
                long count = Math.min(rowsAtOnce, rows - start);
                ByteBuffer slice = bytes.slice(Math.toIntExact(start * width), Math.toIntExact(count * width));
                long[] shape = columns == 0 ? new long[] {count} : new long[] {count, columns};
                try (Tensor part = kernels.ofBytes(slice, dtype, MemoryCause.WORKSPACE, shape)) {
                    kernels.call("copy_rows")
                            .with(target)
                            .with(part)
                            .with(row + start)
                            .run();
                }
            }
        }
    }
}
