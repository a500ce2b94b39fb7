package luthier.core.optimizer.adamw;

import java.util.List;
import luthier.core.catalog.Field;
import luthier.core.catalog.OptimizerInfo;
import luthier.core.engine.kernel.Kernels;
import luthier.core.optimizer.Optimizer;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.optimizer.UpdateRule;

/// AdamW (Loshchilov and Hutter, arXiv 1711.05101) with PyTorch's fused step: decay first, then
/// `p -= rate / c1 · m / (√(v / c2) + epsilon)`.
public final class AdamW implements Optimizer<AdamWSettings> {
    private static final String FIRST_MOMENT = "firstMoment";
    private static final String SECOND_MOMENT = "secondMoment";

    @Override
    public OptimizerInfo info() {
        AdamWSettings d = AdamWSettings.DEFAULTS;
        return new OptimizerInfo(
                "adamw",
                List.of(
                        new Field.DecimalField("beta1", d.beta1(), 0, 0.9999),
                        new Field.DecimalField("beta2", d.beta2(), 0, 0.99999),
                        new Field.DecimalField("epsilon", d.epsilon(), 1e-12, 1),
                        new Field.DecimalField("weightDecay", d.weightDecay(), 0, 10),
                        new Field.BooleanField("master", d.master())));
    }

    @Override
    public Class<AdamWSettings> settingsType() {
        return AdamWSettings.class;
    }

    @Override
    public UpdateRule rule(AdamWSettings settings) {
        return new UpdateRule(
                List.of(FIRST_MOMENT, SECOND_MOMENT),
                !settings.master(),
                (kernels, group, number, rate) -> step(settings, kernels, group, number, rate));
    }

    private static void step(AdamWSettings settings, Kernels kernels, ParameterGroup group, long number, double rate) {
        double decay = group.decay() ? settings.weightDecay() : 0;
        kernels.call("fill").with(group.steps()).with((double) number).run();
        kernels.call("adamw")
                .with(List.of(group.parameters()))
                .with(List.of(group.gradients()))
                .with(List.of(group.state(FIRST_MOMENT)))
                .with(List.of(group.state(SECOND_MOMENT)))
                .with(List.of(group.steps()))
                .with(new double[] {rate, settings.beta1(), settings.beta2(), settings.epsilon(), decay})
                .run();
    }
}
