package luthier.core.engine;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.Slot;
import luthier.core.model.StageSpec;
import luthier.core.run.MemoryCause;
import luthier.core.tuning.TrainedValues;

/// A loaded model's numbers for those who write results.
final class CurrentValues implements TrainedValues {
    private final LoadedModel model;
    private final Path baseFolder;

    CurrentValues(LoadedModel model, Path baseFolder) {
        this.model = model;
        this.baseFolder = baseFolder;
    }

    @Override
    public ByteBuffer fp32(String name) {
        Kernels kernels = model.kernels();
        Tensor value = model.trained().value(name);
        try (Tensor cast = kernels.call("cast").with(value).with(DType.F32).tensor(DType.F32, MemoryCause.WORKSPACE)) {
            return kernels.bytes(cast);
        }
    }

    @Override
    public ByteBuffer current(String tensor) {
        Blueprint blueprint = model.blueprint();
        for (int i = 0; i < blueprint.stages().size(); i++) {
            StageSpec stage = blueprint.stages().get(i);
            for (Slot slot : stage.slots()) {
                for (int part = 0; part < slot.parts().size(); part++) {
                    if (slot.parts().get(part).tensor().equals(tensor)) {
                        return rows(model.stage(i).tensor(slot.key()), slot, part);
                    }
                }
            }
        }
        throw new IllegalArgumentException("The model has no tensor " + tensor);
    }

    private ByteBuffer rows(Tensor fused, Slot slot, int part) {
        Kernels kernels = model.kernels();
        long start = slot.rowOf(part);
        try (Tensor rows = kernels.call("rows")
                .with(fused)
                .with(start)
                .with(start + slot.parts().get(part).rows())
                .tensor(fused.dtype(), null)) {
            return kernels.bytes(rows);
        }
    }

    @Override
    public DType currentType(String tensor) {
        return model.compute();
    }

    @Override
    public Path baseFolder() {
        return baseFolder;
    }
}
