package luthier.core.engine;

import java.util.Arrays;
import luthier.core.data.batch.Batch;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;

/// What a model makes of a whole row, by the forward pass that training takes.
public final class RowLogits {
    private RowLogits() {}

    /// Logits after each token, as wide as the model's vocabulary, token by token.
    ///
    /// @param ids at least one, at most as many as the model has positions
    public static float[] of(LoadedModel model, int... ids) {
        Kernels kernels = model.kernels();
        int[] labels = Arrays.copyOf(ids, ids.length);
        Batch row = new Batch(1, ids.length, ids, labels, ids.length, ids.length);
        try (RotaryTables rotary = new RotaryTables(kernels, model.blueprint(), model.compute(), ids.length);
                BatchInputs in = new BatchInputs(model, rotary, row, BatchInputs.Dropout.OFF);
                Scope scope = new Scope()) {
            Tensor x = scope.own(new MicroBatch(model, 0).hidden(in));
            Tensor logits = scope.own(kernels.call("head_logits")
                    .with(x)
                    .with(model.head().parameters())
                    .with(in.headConstants(scope, 1, model.blueprint().blocks()))
                    .tensor(DType.F32, MemoryCause.WORKSPACE));
            return kernels.floats(logits);
        }
    }
}
