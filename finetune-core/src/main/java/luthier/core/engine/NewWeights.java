package luthier.core.engine;

import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.Slot;
import luthier.core.run.Randomness;

/// Weights of a model that has none yet: matrices normal with the configuration's deviation, norms one,
/// biases zero, as
/// transformers initialises them; each tensor by (seed, name).
final class NewWeights implements ModelLoader.BaseWeights {
    private final double deviation;
    private final long seed;

    /// @param deviation `initializer_range` of the configuration
    NewWeights(double deviation, long seed) {
        this.deviation = deviation;
        this.seed = seed;
    }

    @Override
    public void fill(Kernels kernels, Slot slot, Tensor target) {
        switch (slot.role()) {
            case NORM -> kernels.call("fill").with(target).with(1.0).run();
            case BIAS -> kernels.call("fill").with(target).with(0.0).run();
            case LINEAR, EMBEDDING -> {
                long draw =
                        Randomness.key(seed, "new " + slot.parts().getFirst().tensor(), 0, 0) & 0xFFFF_FFFFL;
                kernels.call("random_normal")
                        .with(target)
                        .with(deviation)
                        .with(draw)
                        .run();
            }
        }
    }
}
