package luthier.core.optimizer.sgd;

import java.util.List;
import luthier.core.catalog.Field;
import luthier.core.catalog.OptimizerInfo;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.optimizer.Optimizer;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.optimizer.UpdateRule;
import luthier.core.run.MemoryCause;

/// Stochastic gradient descent as in PyTorch: the velocity is `momentum · velocity + gradient`.
public final class Sgd implements Optimizer<SgdSettings> {
    private static final String VELOCITY = "velocity";

    @Override
    public OptimizerInfo info() {
        SgdSettings d = SgdSettings.DEFAULTS;
        return new OptimizerInfo(
                "sgd",
                List.of(
                        new Field.DecimalField("momentum", d.momentum(), 0, 0.9999),
                        new Field.DecimalField("weightDecay", d.weightDecay(), 0, 10)));
    }

    @Override
    public Class<SgdSettings> settingsType() {
        return SgdSettings.class;
    }

    @Override
    public UpdateRule rule(SgdSettings settings) {
        return new UpdateRule(
                settings.momentum() > 0 ? List.of(VELOCITY) : List.of(),
                false,
                (kernels, group, _, rate) -> step(settings, kernels, group, rate));
    }

    private static void step(SgdSettings settings, Kernels kernels, ParameterGroup group, double rate) {
        double[] numbers = {rate, settings.momentum(), group.decay() ? settings.weightDecay() : 0};
        try (Tensor none = kernels.zeros(group.parameters().dtype(), MemoryCause.WORKSPACE, 0)) {
            kernels.call("sgd")
                    .with(group.parameters())
                    .with(group.gradients())
                    .with(settings.momentum() > 0 ? group.state(VELOCITY) : none)
                    .with(numbers)
                    .run();
        }
    }
}
