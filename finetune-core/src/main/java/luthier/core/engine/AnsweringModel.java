package luthier.core.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.DType;
import luthier.core.model.folder.ModelFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Trained;
import org.jspecify.annotations.Nullable;

/// A model that is only asked, not trained: a folder alone, or with an adapter. Read but not loaded.
///
/// @param adapter null for the model alone
public record AnsweringModel(
        PreparedModel prepared, @Nullable StoredAdapter adapter) {
    private static final TuningPlan NOTHING = new TuningPlan(List.of(), List.of(), List.of(), 0);

    /// @param base a model folder
    /// @param result what a tuning made of it: an adapter, or a whole model, which then stands for the base; null
    ///     for the base alone
    /// @throws LuthierException (UnreadableModel) when either cannot be used
    public static AnsweringModel open(Path base, @Nullable Path result, Extensions extensions) throws LuthierException {
        if (result == null) {
            return new AnsweringModel(PreparedModel.open(base, false, extensions), null);
        }
        if (Files.isRegularFile(result.resolve(ModelFolder.CONFIG_FILE))) {
            return new AnsweringModel(PreparedModel.open(result, false, extensions), null);
        }
        PreparedModel prepared = PreparedModel.open(base, false, extensions);
        return new AnsweringModel(prepared, StoredAdapter.read(result, prepared, extensions));
    }

    public LoadedModel load(Kernels kernels, DType compute) throws LuthierException {
        return load(kernels, compute, 0);
    }

    /// @param seed of the weights, where they are drawn at random
    public LoadedModel load(Kernels kernels, DType compute, long seed) throws LuthierException {
        TuningPlan plan = adapter == null ? NOTHING : adapter.plan();
        TrainedParameters trained =
                new TrainedParameters(kernels, plan, DType.F32, MemoryCause.ADAPTERS, List.of(), false);
        LoadedModel model = prepared.load(kernels, compute, plan, trained, seed);
        if (adapter != null) {
            for (Trained number : plan.trained()) {
                fill(kernels, adapter.values(number.name()), number, trained.value(number.name()));
            }
            model.refresh();
        }
        return model;
    }

    private static void fill(Kernels kernels, float[] values, Trained number, Tensor target) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        ModelLoader.BaseWeights.copy(kernels, bytes, DType.F32, number.columns(), target, 0);
    }
}
