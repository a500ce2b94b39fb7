package luthier.core.optimizer;

import luthier.core.catalog.OptimizerInfo;
import luthier.core.run.Settings;

/// SPI: how the trained numbers move. Registered with `provides Optimizer with …`.
public interface Optimizer<S extends Settings> {
    OptimizerInfo info();

    Class<S> settingsType();

    UpdateRule rule(S settings);
}
