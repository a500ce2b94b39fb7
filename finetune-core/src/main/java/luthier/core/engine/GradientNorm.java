package luthier.core.engine;

import java.util.List;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.run.MemoryCause;

/// The norm of all gradients together, and clipping by it.
final class GradientNorm {
    private GradientNorm() {}

    /// Returns the norm before clipping; scales the gradients by `min(1, most / (norm + 1e-6))` as PyTorch does.
    ///
    /// @param most 0 = no clipping
    static double clip(Kernels kernels, List<ParameterGroup> groups, double most) {
        List<Tensor> gradients = groups.stream().map(ParameterGroup::gradients).toList();
        double norm;
        try (Tensor sum = kernels.call("square_sum")
                .with(gradients)
                .tensor(luthier.core.model.DType.F64, MemoryCause.WORKSPACE)) {
            norm = Math.sqrt(kernels.number(sum));
        }
        double factor = most / (norm + 1e-6);
        if (most > 0 && factor < 1) {
            kernels.call("scale").with(gradients).with(factor).run();
        }
        return norm;
    }
}
