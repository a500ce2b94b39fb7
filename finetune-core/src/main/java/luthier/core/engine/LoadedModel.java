package luthier.core.engine;

import java.util.List;
import java.util.Map;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.engine.kernel.TensorMap;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.tuning.TuningPlan;

/// A model on the device: for each stage the dictionary of its parameters and that of its gradients' targets.
public final class LoadedModel implements Held {
    private final Kernels kernels;
    private final Blueprint blueprint;
    private final DType compute;
    private final TuningPlan plan;
    private final TrainedParameters trained;
    private final List<Stage> stages;
    private final List<Refresh> refreshes;
    private final Scope scope;

    /// @param targets empty but for a placeholder where nothing of the stage is trained
    public record Stage(Map<String, Tensor> tensors, TensorMap parameters, TensorMap targets, boolean trains) {
        Tensor tensor(String key) {
            Tensor tensor = tensors.get(key);
            if (tensor == null) {
                throw new IllegalArgumentException("The stage has no tensor " + key);
            }
            return tensor;
        }
    }

    /// A compute tensor and the trained tensors it is made of.
    record Refresh(Tensor target, List<Tensor> sources, long[] rows, long[] columns, double[] scales) {}

    LoadedModel(
            Kernels kernels,
            Blueprint blueprint,
            DType compute,
            TuningPlan plan,
            TrainedParameters trained,
            List<Stage> stages,
            List<Refresh> refreshes,
            Scope scope) {
        this.kernels = kernels;
        this.blueprint = blueprint;
        this.compute = compute;
        this.plan = plan;
        this.trained = trained;
        this.stages = List.copyOf(stages);
        this.refreshes = List.copyOf(refreshes);
        this.scope = scope;
        refresh();
    }

    public Kernels kernels() {
        return kernels;
    }

    public Blueprint blueprint() {
        return blueprint;
    }

    /// Type of the activations and of the weights in products.
    public DType compute() {
        return compute;
    }

    public TuningPlan plan() {
        return plan;
    }

    public TrainedParameters trained() {
        return trained;
    }

    Stage stage(int index) {
        return stages.get(index);
    }

    public Stage embedding() {
        return stages.getFirst();
    }

    public Stage block(int index) {
        return stages.get(index + 1);
    }

    public Stage head() {
        return stages.getLast();
    }

    /// Index of the lowest block whose backward is needed; the number of blocks when none is.
    int lowestTrainedBlock() {
        if (embedding().trains()) {
            return 0;
        }
        for (int i = 0; i < blueprint.blocks(); i++) {
            if (block(i).trains()) {
                return i;
            }
        }
        return blueprint.blocks();
    }

    /// Makes what the kernels read of the trained numbers anew; after each change of them.
    void refresh() {
        for (Refresh refresh : refreshes) {
            kernels.call("place")
                    .with(refresh.target())
                    .with(refresh.sources())
                    .with(refresh.rows())
                    .with(refresh.columns())
                    .with(refresh.scales())
                    .run();
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
