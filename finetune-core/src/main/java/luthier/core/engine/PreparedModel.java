package luthier.core.engine;

import java.nio.file.Path;
import luthier.core.engine.kernel.Kernels;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.folder.ModelFolder;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.run.LuthierException;
import luthier.core.tuning.TuningPlan;

/// A model folder that has been read but not loaded.
///
/// @param fresh whether its weights are to be drawn at random
public record PreparedModel(ModelFolder folder, Blueprint blueprint, boolean fresh) {

    /// @throws LuthierException (UnreadableModel)
    public static PreparedModel open(Path path, boolean fresh, Extensions extensions) throws LuthierException {
        ModelFolder folder = fresh
                ? ModelFolder.openNew(path, extensions.modelTypes())
                : ModelFolder.open(path, extensions.modelTypes());
        Blueprint blueprint = extensions.family(folder.config().modelType()).describe(folder.config());
        folder.requireRows(blueprint.vocabulary());
        return new PreparedModel(folder, blueprint, fresh);
    }

    /// Puts the model on the device.
    LoadedModel load(Kernels kernels, DType compute, TuningPlan plan, TrainedParameters trained, long seed)
            throws LuthierException {
        if (fresh) {
            NewWeights weights = new NewWeights(folder.config().decimal("initializer_range", 0.02), seed);
            return ModelLoader.load(kernels, blueprint, compute, plan, trained, weights, seed);
        }
        try (Checkpoint checkpoint = folder.openWeights()) {
            CheckpointWeights weights = new CheckpointWeights(checkpoint, blueprint);
            return ModelLoader.load(kernels, blueprint, compute, plan, trained, weights, seed);
        }
    }
}
