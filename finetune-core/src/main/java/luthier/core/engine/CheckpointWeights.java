package luthier.core.engine;

import java.util.HashMap;
import java.util.Map;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.Blueprint;
import luthier.core.model.Slot;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.run.LuthierException;

/// Base weights from a checkpoint.
final class CheckpointWeights implements ModelLoader.BaseWeights {
    private final Checkpoint checkpoint;

    /// @throws LuthierException (UnreadableModel) naming the tensors that are missing or have another shape
    CheckpointWeights(Checkpoint checkpoint, Blueprint blueprint) throws LuthierException {
        this.checkpoint = checkpoint;
        Map<String, long[]> shapes = new HashMap<>();
        for (Slot slot : blueprint.distinctSlots()) {
            for (Slot.Part part : slot.parts()) {
                shapes.put(
                        part.tensor(),
                        slot.columns() == 0 ? new long[] {part.rows()} : new long[] {part.rows(), slot.columns()});
            }
        }
        checkpoint.require(shapes);
    }

    @Override
    public void fill(Kernels kernels, Slot slot, Tensor target) throws LuthierException {
        for (int i = 0; i < slot.parts().size(); i++) {
            TensorEntry entry = checkpoint.tensor(slot.parts().get(i).tensor());
            ModelLoader.BaseWeights.copy(
                    kernels, entry.data().asByteBuffer(), entry.dtype(), slot.columns(), target, slot.rowOf(i));
        }
    }
}
