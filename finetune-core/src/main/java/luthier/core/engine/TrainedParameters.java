package luthier.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.DType;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.run.MemoryCause;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Trained;

/// All trained numbers, laid end to end in one flat tensor for those with weight decay and one for those without; the
/// gradients and the optimiser's states likewise. An update, a norm, a checkpoint are then a few large operations.
public final class TrainedParameters implements Held {
    private final Kernels kernels;
    private final Scope scope = new Scope();
    private final List<ParameterGroup> groups = new ArrayList<>();
    private final Map<String, Tensor> values = new LinkedHashMap<>();
    private final Map<String, Tensor> gradients = new LinkedHashMap<>();

    /// @param held type of the trained numbers, their gradients and states
    /// @param cause what the numbers themselves count as: adapters, or weights when the base itself is trained
    /// @param states names of the optimiser's states
    /// @param gradients false for a model that only answers
    TrainedParameters(
            Kernels kernels, TuningPlan plan, DType held, MemoryCause cause, List<String> states, boolean gradients) {
        this.kernels = kernels;
        for (boolean decay : new boolean[] {true, false}) {
            List<Trained> members =
                    plan.trained().stream().filter(t -> t.decay() == decay).toList();
            if (!members.isEmpty()) {
                add(members, decay, held, cause, states, gradients);
            }
        }
    }

    private void add(
            List<Trained> members,
            boolean decay,
            DType held,
            MemoryCause cause,
            List<String> stateNames,
            boolean withGradients) {
        long total = members.stream().mapToLong(Trained::elements).sum();
        Tensor parameters = scope.own(kernels.zeros(held, cause, total));
        Tensor gradient = scope.own(kernels.zeros(held, MemoryCause.GRADIENTS, withGradients ? total : 0));
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (String name : stateNames) {
            states.put(name, scope.own(kernels.zeros(held, MemoryCause.OPTIMIZER, total)));
        }
        Tensor steps = scope.own(kernels.zeros(DType.F32, MemoryCause.WORKSPACE, 1));
        groups.add(new ParameterGroup(decay, parameters, gradient, states, steps));
        long offset = 0;
        for (Trained member : members) {
            values.put(member.name(), scope.own(kernels.window(parameters, offset, member.shape())));
            if (withGradients) {
                gradients.put(member.name(), scope.own(kernels.window(gradient, offset, member.shape())));
            }
            offset += member.elements();
        }
    }

    /// The numbers of one trained tensor, a window into its group.
    public Tensor value(String name) {
        return present(values, name);
    }

    /// Where its gradient is added.
    public Tensor gradient(String name) {
        return present(gradients, name);
    }

    boolean hasGradients() {
        return !gradients.isEmpty();
    }

    public List<ParameterGroup> groups() {
        return List.copyOf(groups);
    }

    void clearGradients() {
        for (ParameterGroup group : groups) {
            kernels.call("fill").with(group.gradients()).with(0.0).run();
        }
    }

    private static Tensor present(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("Nothing trained is named " + name);
        }
        return tensor;
    }

    @Override
    public void close() {
        scope.close();
    }
}
