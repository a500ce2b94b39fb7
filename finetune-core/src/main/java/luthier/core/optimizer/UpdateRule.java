package luthier.core.optimizer;

import java.util.List;
import luthier.core.engine.kernel.Kernels;

/// One optimiser with its settings: what it keeps for each trained number, and its step.
///
/// @param states names of its states; each holds one number for each trained one, in the trained number's type, zero
///     at first
/// @param holdsBaseType whether the trained numbers are held in the base's own type, without an fp32 master copy
public record UpdateRule(List<String> states, boolean holdsBaseType, Step step) {
    public UpdateRule {
        states = List.copyOf(states);
    }

    /// Moves a group's parameters by its gradient.
    @FunctionalInterface
    public interface Step {
        /// @param number 1 at the first update
        /// @param rate the learning rate now
        void update(Kernels kernels, ParameterGroup group, long number, double rate);
    }

    /// Takes the step, see [Step].
    public void update(Kernels kernels, ParameterGroup group, long number, double rate) {
        step.update(kernels, group, number, rate);
    }
}
