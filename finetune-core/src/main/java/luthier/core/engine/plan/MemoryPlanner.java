package luthier.core.engine.plan;

import java.util.EnumMap;
import java.util.Map;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.run.ActivationPolicy;
import luthier.core.run.MemoryCause;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Injection;
import luthier.core.tuning.TuningPlan.Trained;

/// Predicts bytes by cause from shapes alone.
public final class MemoryPlanner {
    private final Blueprint model;
    private final TuningPlan tuning;
    private final Types types;
    private final StageMemory stages;

    /// @param compute type of weights in products and of activations
    /// @param held type of trained numbers, gradients and states
    /// @param states optimiser states for each trained number
    /// @param adapters whether trained numbers count as adapters (else as weights)
    public record Types(DType compute, DType held, int states, boolean adapters) {}

    public MemoryPlanner(Blueprint model, TuningPlan tuning, Types types, int rows, int length) {
        this.model = model;
        this.tuning = tuning;
        this.types = types;
        this.stages = new StageMemory(model, tuning, types, rows, length);
    }

    /// The plan for a policy.
    ///
    /// @param runtimeBytes resident size of the worker before the model is loaded
    /// @param availableBytes what the machine can give, `runtimeBytes` included
    public MemoryPlan plan(ActivationPolicy policy, long runtimeBytes, long availableBytes) {
        return switch (policy) {
            case KEEP -> plan(model.blocks(), runtimeBytes, availableBytes);
            case RECOMPUTE -> plan(0, runtimeBytes, availableBytes);
            case AUTO -> {
                int kept = model.blocks();
                while (kept > 0 && !plan(kept, runtimeBytes, availableBytes).fits()) {
                    kept--;
                }
                yield plan(kept, runtimeBytes, availableBytes);
            }
        };
    }

    private MemoryPlan plan(int keptBlocks, long runtimeBytes, long availableBytes) {
        Map<MemoryCause, Long> bytes = new EnumMap<>(MemoryCause.class);
        long trained = tuning.parameters();
        long inPlace = tuning.trained().stream()
                .filter(t -> t.initial() instanceof Initial.Base)
                .mapToLong(Trained::elements)
                .sum();
        long injected =
                tuning.injections().stream().mapToLong(MemoryPlanner::elements).sum();
        boolean copies = types.held() != types.compute();
        long frozen = model.parameters() - inPlace;
        long weights = (frozen + (copies ? inPlace : 0)) * types.compute().bytes();
        long own = trained * types.held().bytes();
        bytes.put(MemoryCause.WEIGHTS, weights + (types.adapters() ? 0 : own));
        bytes.put(
                MemoryCause.ADAPTERS,
                (types.adapters() ? own : 0) + injected * types.compute().bytes());
        bytes.put(MemoryCause.GRADIENTS, own);
        bytes.put(MemoryCause.OPTIMIZER, own * types.states());
        bytes.put(MemoryCause.ACTIVATIONS, stages.activations(keptBlocks));
        bytes.put(MemoryCause.WORKSPACE, stages.workspace(keptBlocks));
        bytes.put(MemoryCause.RUNTIME, runtimeBytes);
        return new MemoryPlan(bytes, availableBytes, keptBlocks);
    }

    private static long elements(Injection injection) {
        return injection.rows() * Math.max(1, injection.columns());
    }
}
