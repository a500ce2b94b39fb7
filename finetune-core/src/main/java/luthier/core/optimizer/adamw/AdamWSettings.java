package luthier.core.optimizer.adamw;

import luthier.core.run.InvalidField;
import luthier.core.run.Settings;

/// @param weightDecay decoupled; biases, norms and other vectors are spared
/// @param master keep an fp32 copy of parameters whose base is bf16; without it weights, gradients and moments
///     are bf16
public record AdamWSettings(double beta1, double beta2, double epsilon, double weightDecay, boolean master)
        implements Settings {
    public static final AdamWSettings DEFAULTS = new AdamWSettings(0.9, 0.999, 1e-8, 0.01, true);

    public AdamWSettings {
        unit("beta1", beta1);
        unit("beta2", beta2);
        if (!(epsilon > 0)) {
            throw new InvalidField("optimizer.epsilon", "must be above 0");
        }
        if (!(weightDecay >= 0)) {
            throw new InvalidField("optimizer.weightDecay", "must be 0 or more");
        }
    }

    private static void unit(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new InvalidField("optimizer." + name, "must be at least 0 and below 1");
        }
    }
}
