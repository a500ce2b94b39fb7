package luthier.core.engine;

import java.util.List;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;

/// Cosines and sines of all positions up to a length, in the compute type [length, 1, headSize / 2].
public final class RotaryTables implements Held {
    private final Kernels kernels;
    private final List<Tensor> tables;

    public RotaryTables(Kernels kernels, Blueprint blueprint, DType compute, int length) {
        this.kernels = kernels;
        float[] frequencies = new float[blueprint.rotaryFrequencies().size()];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = blueprint.rotaryFrequencies().get(i);
        }
        try (Tensor inverse = kernels.ofFloats(MemoryCause.WORKSPACE, frequencies)) {
            tables = kernels.call("rope_tables")
                    .with(inverse)
                    .with((long) length)
                    .with(compute)
                    .tensors(MemoryCause.WORKSPACE, compute);
        }
    }

    /// The whole table of cosines.
    public Tensor cosines() {
        return tables.get(0);
    }

    /// The whole table of sines.
    public Tensor sines() {
        return tables.get(1);
    }

    Tensor cosines(int time) {
        return first(tables.get(0), time);
    }

    Tensor sines(int time) {
        return first(tables.get(1), time);
    }

    private Tensor first(Tensor table, int time) {
        return kernels.call("rows").with(table).with(0L).with((long) time).tensor(table.dtype(), null);
    }

    @Override
    public void close() {
        tables.forEach(Tensor::close);
    }
}
