package luthier.core.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import luthier.core.engine.kernel.Kernels;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.Slot;
import luthier.core.model.StageSpec;
import luthier.core.model.folder.ModelFolder;
import luthier.core.model.llama.LlamaFamily;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Trained;

/// Loads fixture models for tests.
final class TinyModel {
    private TinyModel() {}

    static Blueprint blueprint(Path folder) throws LuthierException {
        return new LlamaFamily()
                .describe(ModelFolder.open(folder, Set.of("llama")).config());
    }

    /// Every slot trained, so that every gradient can be seen.
    static TuningPlan everything(Blueprint blueprint) {
        List<Trained> trained = new ArrayList<>();
        for (int i = 0; i < blueprint.stages().size(); i++) {
            StageSpec stage = blueprint.stages().get(i);
            for (Slot slot : stage.slots()) {
                if (!blueprint.isTiedHead(stage, slot)) {
                    trained.add(new Trained(
                            i + "." + slot.key(),
                            i,
                            slot.key(),
                            slot.rows(),
                            slot.columns(),
                            new Initial.Base(),
                            slot.columns() > 0));
                }
            }
        }
        return new TuningPlan(trained, List.of(), List.of(), 0);
    }

    static LoadedModel load(Kernels kernels, Path folder, Blueprint blueprint, DType compute, TuningPlan plan)
            throws LuthierException {
        TrainedParameters trained = new TrainedParameters(
                kernels, plan, DType.F32, MemoryCause.ADAPTERS, List.of("firstMoment", "secondMoment"), true);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            return ModelLoader.load(
                    kernels, blueprint, compute, plan, trained, new CheckpointWeights(checkpoint, blueprint), 1);
        }
    }
}
