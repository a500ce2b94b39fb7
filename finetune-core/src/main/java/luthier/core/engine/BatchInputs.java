package luthier.core.engine;

import java.util.HashMap;
import java.util.Map;
import luthier.core.data.batch.Batch;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.engine.kernel.TensorMap;
import luthier.core.engine.plan.ChunkSizes;
import luthier.core.model.AttentionShape;
import luthier.core.run.MemoryCause;
import luthier.core.run.Randomness;

/// What one batch brings to the kernels: token ids, supervised rows with their labels, and the constants of its shape.
final class BatchInputs implements Held {
    private static final int IGNORED = -100;

    private final Kernels kernels;
    private final Scope scope = new Scope();
    private final Map<String, Tensor> block = new HashMap<>();
    private final TensorMap blockConstants;
    private final Map<String, Tensor> head = new HashMap<>();
    final int supervised;
    final Tensor ids;
    final Tensor rows;
    final Tensor labels;
    private final Dropout dropout;

    /// @param probability 0 = off
    /// @param seed of this micro-batch; each stage derives its own
    record Dropout(double probability, long seed) {
        static final Dropout OFF = new Dropout(0, 0);
    }

    BatchInputs(LoadedModel model, RotaryTables rotary, Batch batch, Dropout dropout) {
        this.kernels = model.kernels();
        this.dropout = dropout;
        AttentionShape attention = model.blueprint().attention();
        int time = batch.length();
        ids = scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, widen(batch.ids())));
        int[] positions = supervisedPositions(batch.labels());
        supervised = positions.length;
        rows = scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, widen(positions)));
        long[] targets = new long[supervised];
        for (int i = 0; i < supervised; i++) {
            targets[i] = batch.labels()[positions[i]];
        }
        labels = scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, targets));
        Tensor epsilon = scope.own(kernels.ofDouble(model.blueprint().epsilon()));
        block.put("cos", scope.own(rotary.cosines(time)));
        block.put("sin", scope.own(rotary.sines(time)));
        block.put("mask", scope.own(mask(model, attention, batch.rows(), time)));
        block.put(
                "dims",
                scope.own(kernels.ofLongs(
                        MemoryCause.WORKSPACE,
                        batch.rows(),
                        time,
                        attention.heads(),
                        attention.keyValueHeads(),
                        attention.headSize())));
        block.put("eps", epsilon);
        blockConstants = scope.map(block);
        head.put("eps", epsilon);
        head.put(
                "chunk",
                scope.own(kernels.ofLongs(
                        MemoryCause.WORKSPACE, ChunkSizes.headRows(model.blueprint(), model.compute()))));
    }

    private Tensor mask(LoadedModel model, AttentionShape attention, int batchRows, int time) {
        int queries = ChunkSizes.queries(model.blueprint(), model.compute(), batchRows, time);
        return kernels.call("causal_mask")
                .with(ids)
                .with((long) queries)
                .with((long) attention.group())
                .with(model.compute())
                .tensor(model.compute(), MemoryCause.WORKSPACE);
    }

    /// A block's constants; with dropout they carry the stage's own seed.
    TensorMap constants(Scope stageScope, int stage) {
        if (dropout.probability() == 0) {
            return blockConstants;
        }
        Map<String, Tensor> own = new HashMap<>(block);
        addDropout(stageScope, own, stage);
        return stageScope.map(own);
    }

    /// The head's constants.
    ///
    /// @param scale factor on the sum of losses whose gradient is taken
    TensorMap headConstants(Scope stageScope, double scale, int stage) {
        Map<String, Tensor> own = new HashMap<>(head);
        own.put("scale", stageScope.own(kernels.ofDouble(scale)));
        if (dropout.probability() > 0) {
            addDropout(stageScope, own, stage);
        }
        return stageScope.map(own);
    }

    private void addDropout(Scope stageScope, Map<String, Tensor> constants, int stage) {
        long seed = Randomness.key(dropout.seed(), "dropout of a stage", stage, 0) & 0x7FFF_FFFFL;
        constants.put("dropout", stageScope.own(kernels.ofDouble(dropout.probability())));
        constants.put("seed", stageScope.own(kernels.ofLongs(MemoryCause.WORKSPACE, seed)));
    }

    private static int[] supervisedPositions(int[] labels) {
        int count = 0;
        int[] positions = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != IGNORED) {
                positions[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(positions, count);
    }

    private static long[] widen(int[] values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Override
    public void close() {
        scope.close();
    }
}
