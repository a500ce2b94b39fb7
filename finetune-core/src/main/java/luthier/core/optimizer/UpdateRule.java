package luthier.core.optimizer;

import java.util.List;
import luthier.core.engine.kernel.Kernels;

/// One optimiser with its settings: what it keeps for each trained number, and its step.
public interface UpdateRule {
    /// Names of its states; each holds one number for each trained one, in the trained number's type, zero at
    /// first.
    List<String> states();

    /// Moves a group's parameters by its gradient.
    ///
    /// @param step 1 at the first update
    /// @param rate the learning rate now
    void update(Kernels kernels, ParameterGroup group, long step, double rate);

    /// Whether the trained numbers are held in the base's own type, without an fp32 master copy.
    boolean holdsBaseType();
}
