package luthier.core.optimizer.sgd;

import luthier.core.run.InvalidField;
import luthier.core.run.Settings;

/// @param momentum 0 = none, then no state is kept
/// @param weightDecay added to the gradient; biases, norms and other vectors are spared
public record SgdSettings(double momentum, double weightDecay) implements Settings {
    public static final SgdSettings DEFAULTS = new SgdSettings(0, 0);

    public SgdSettings {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new InvalidField("optimizer.momentum", "must be at least 0 and below 1");
        }
        if (!(weightDecay >= 0)) {
            throw new InvalidField("optimizer.weightDecay", "must be 0 or more");
        }
    }
}
