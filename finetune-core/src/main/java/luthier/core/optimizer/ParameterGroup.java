package luthier.core.optimizer;

import java.util.Map;
import luthier.core.engine.kernel.Tensor;

/// Trained numbers that are updated alike, as one flat tensor.
///
/// @param decay whether weight decay applies
/// @param parameters flat [n]
/// @param gradients flat [n], ready to use
/// @param states by the rule's names, flat [n] each
/// @param steps fp32 [1], where a fused kernel reads the step's number
public record ParameterGroup(
        boolean decay, Tensor parameters, Tensor gradients, Map<String, Tensor> states, Tensor steps) {
    public ParameterGroup {
        states = Map.copyOf(states);
    }

    public Tensor state(String name) {
        Tensor state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("No optimiser state " + name);
        }
        return state;
    }
}
