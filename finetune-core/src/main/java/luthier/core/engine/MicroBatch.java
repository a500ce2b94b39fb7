package luthier.core.engine;

import java.util.ArrayList;
import java.util.List;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// One micro-batch through the stages: up for the loss, down for the gradients, which are added to their targets.
final class MicroBatch {
    private final LoadedModel model;
    private final Kernels kernels;
    private final int keptBlocks;

    /// @param keptBlocks how many of the topmost blocks keep what forward saved; the others run forward again
    MicroBatch(LoadedModel model, int keptBlocks) {
        this.model = model;
        this.kernels = model.kernels();
        this.keptBlocks = keptBlocks;
    }

    /// Adds the gradients of `scale` · (sum of losses) and returns the sum of losses.
    double train(BatchInputs in, double scale) {
        int blocks = model.blueprint().blocks();
        int lowest = model.lowestTrainedBlock();
        List<Tensor> inputs = new ArrayList<>();
        List<@Nullable List<Tensor>> saved = new ArrayList<>();
        Tensor x = embed(in);
        for (int i = 0; i < blocks; i++) {
            List<Tensor> made = forward(in, i, x);
            boolean needed = i >= lowest;
            boolean keep = needed && i >= blocks - keptBlocks;
            inputs.add(x);
            saved.add(keep ? made.subList(1, made.size()) : null);
            if (!keep) {
                made.subList(1, made.size()).forEach(Tensor::close);
            }
            if (!needed) {
                x.close();
            }
            x = made.getFirst();
        }
        List<Tensor> lossAndGradient = loss(in, x, scale, blocks);
        x.close();
        double loss = kernels.number(lossAndGradient.get(0));
        lossAndGradient.get(0).close();
        Tensor gradient = lossAndGradient.get(1);
        for (int i = blocks - 1; i >= lowest; i--) {
            Tensor input = inputs.get(i);
            List<Tensor> held = saved.get(i);
            if (held == null) {
                held = again(in, i, input);
            }
            Tensor below = backward(in, i, input, gradient, held);
            held.forEach(Tensor::close);
            input.close();
            gradient.close();
            gradient = below;
        }
        if (model.embedding().trains()) {
            kernels.call("embed_backward")
                    .with(gradient)
                    .with(in.ids)
                    .with(model.embedding().targets())
                    .run();
        }
        gradient.close();
        return loss;
    }

    /// Sum of losses and number of right first guesses, without gradients.
    double[] evaluate(BatchInputs in) {
        try (Scope scope = new Scope()) {
            Tensor x = hidden(in);
            Tensor score = scope.own(kernels.call("head_score")
                    .with(scope.own(x))
                    .with(model.head().parameters())
                    .with(in.headConstants(scope, 1, model.blueprint().blocks()))
                    .with(in.rows)
                    .with(in.labels)
                    .tensor(DType.F64, MemoryCause.WORKSPACE));
            return kernels.doubles(score);
        }
    }

    /// The last block's output, before the final norm.
    Tensor hidden(BatchInputs in) {
        Tensor x = embed(in);
        for (int i = 0; i < model.blueprint().blocks(); i++) {
            List<Tensor> made = forward(in, i, x);
            made.subList(1, made.size()).forEach(Tensor::close);
            x.close();
            x = made.getFirst();
        }
        return x;
    }

    Tensor embed(BatchInputs in) {
        return kernels.call("embed_forward")
                .with(in.ids)
                .with(model.embedding().parameters())
                .tensor(model.compute(), MemoryCause.ACTIVATIONS);
    }

    /// The block's output, then what its backward needs.
    List<Tensor> forward(BatchInputs in, int block, Tensor x) {
        DType compute = model.compute();
        try (Scope scope = new Scope()) {
            return kernels.call("llama_forward")
                    .with(x)
                    .with(model.block(block).parameters())
                    .with(in.constants(scope, block))
                    .tensors(MemoryCause.ACTIVATIONS, compute, DType.F32, DType.F32, compute);
        }
    }

    /// What the block's backward needs, made again.
    private List<Tensor> again(BatchInputs in, int block, Tensor x) {
        DType compute = model.compute();
        try (Scope scope = new Scope()) {
            return kernels.call("llama_again")
                    .with(x)
                    .with(model.block(block).parameters())
                    .with(in.constants(scope, block))
                    .tensors(MemoryCause.ACTIVATIONS, DType.F32, DType.F32, compute);
        }
    }

    Tensor backward(BatchInputs in, int block, Tensor x, Tensor gradient, List<Tensor> held) {
        try (Scope scope = new Scope()) {
            return kernels.call("llama_backward")
                    .with(gradient)
                    .with(x)
                    .with(model.block(block).parameters())
                    .with(model.block(block).targets())
                    .with(in.constants(scope, block))
                    .with(held)
                    .tensor(model.compute(), MemoryCause.ACTIVATIONS);
        }
    }

    /// Sum of losses, then the gradient of `scale` · it at the last block's output.
    List<Tensor> loss(BatchInputs in, Tensor x, double scale, int stage) {
        try (Scope scope = new Scope()) {
            return kernels.call("head_loss")
                    .with(x)
                    .with(model.head().parameters())
                    .with(model.head().targets())
                    .with(in.headConstants(scope, scale, stage))
                    .with(in.rows)
                    .with(in.labels)
                    .tensors(MemoryCause.ACTIVATIONS, DType.F32, model.compute());
        }
    }
}
