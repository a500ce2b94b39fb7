package luthier.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.Slot;
import luthier.core.model.StageSpec;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;

/// What a merged folder must hold, worked out by the engine's own products and not by what wrote the folder: the model
/// without its low-rank branches, each product added to its matrix, and the sum rounded to the type in which the base
/// keeps that matrix.
public final class MergeReference implements Held {
    private static final String WEIGHT = ".w";

    private final Scope scope = new Scope();
    private final Kernels kernels;
    private final Checkpoint base;
    private final LoadedModel merged;

    /// @param model loaded in fp32 with its adapter; its matrices are changed, so it says other things afterwards
    /// @param base the base's weights, for their types
    public MergeReference(LoadedModel model, Checkpoint base) throws LuthierException {
        this.kernels = model.kernels();
        this.base = base;
        List<LoadedModel.Stage> stages = new ArrayList<>();
        for (int i = 0; i < model.blueprint().stages().size(); i++) {
            stages.add(stage(model, i));
        }
        this.merged = new LoadedModel(
                kernels, model.blueprint(), model.compute(), model.plan(), model.trained(), stages, List.of(), scope);
    }

    /// Shares tensors with the model it was made of; closed with this.
    public LoadedModel model() {
        return merged;
    }

    private LoadedModel.Stage stage(LoadedModel model, int index) throws LuthierException {
        StageSpec spec = model.blueprint().stages().get(index);
        LoadedModel.Stage stage = model.stage(index);
        Map<String, Tensor> tensors = new HashMap<>(stage.tensors());
        for (Slot slot : spec.slots()) {
            if (!slot.key().endsWith(WEIGHT)) {
                continue;
            }
            String name = slot.key().substring(0, slot.key().length() - WEIGHT.length());
            Tensor down = tensors.remove(name + ".a");
            if (down == null) {
                continue;
            }
            Tensor matrix = stage.tensor(slot.key());
            if (model.blueprint().isTiedHead(spec, slot)) {
                matrix = copy(matrix);
                tensors.put(slot.key(), matrix);
            }
            kernels.call("merge_low_rank")
                    .with(matrix)
                    .with(down)
                    .with(stage.tensor(name + ".b"))
                    .with(stage.tensor(name + ".parts"))
                    .run();
            round(matrix, slot);
        }
        return new LoadedModel.Stage(tensors, scope.map(tensors), stage.targets(), false);
    }

    /// The embedding of a tied model stays what it is.
    private Tensor copy(Tensor matrix) {
        Tensor copy = scope.own(kernels.zeros(matrix.dtype(), MemoryCause.WEIGHTS, matrix.shape()));
        kernels.call("copy_rows").with(copy).with(matrix).with(0L).run();
        return copy;
    }

    private void round(Tensor matrix, Slot slot) throws LuthierException {
        for (int part = 0; part < slot.parts().size(); part++) {
            long first = slot.rowOf(part);
            try (Tensor rows = kernels.call("rows")
                    .with(matrix)
                    .with(first)
                    .with(first + slot.parts().get(part).rows())
                    .tensor(matrix.dtype(), null)) {
                kernels.call("round_to")
                        .with(rows)
                        .with(base.tensor(slot.parts().get(part).tensor()).dtype())
                        .run();
            }
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
