package luthier.core.engine;

import java.io.IOException;
import java.nio.file.Path;
import luthier.core.data.batch.Batch;
import luthier.core.data.batch.BatchStep;
import luthier.core.data.batch.Batches;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.run.LuthierException;
import luthier.core.run.Randomness;
import luthier.core.run.TrainingSpec;

/// A loaded model that can be trained step by step.
final class TrainingSession implements Held {
    private final PreparedRun run;
    private final LoadedModel model;
    private final RotaryTables rotary;
    private final MicroBatch pass;

    private TrainingSession(PreparedRun run, LoadedModel model, int keptBlocks) {
        this.run = run;
        this.model = model;
        this.rotary = new RotaryTables(
                model.kernels(),
                model.blueprint(),
                model.compute(),
                run.spec().data().maxLength());
        this.pass = new MicroBatch(model, keptBlocks);
    }

    /// Loads the model and makes room for what is trained.
    ///
    /// @param keptBlocks how many of the topmost blocks keep their activations
    static TrainingSession open(PreparedRun run, Kernels kernels, int keptBlocks) throws LuthierException {
        Method method = run.method();
        TrainedParameters trained = new TrainedParameters(
                kernels,
                method.plan(),
                method.held(),
                method.cause(),
                method.rule().states(),
                true);
        LoadedModel model = run.model()
                .load(
                        kernels,
                        method.compute(),
                        method.plan(),
                        trained,
                        run.spec().training().seed());
        return new TrainingSession(run, model, keptBlocks);
    }

    LoadedModel model() {
        return model;
    }

    /// Base and added, a tied tensor once.
    long totalParameters() {
        return run.totalParameters();
    }

    /// One optimiser step: the gradients of all micro-batches, then clip, update, refresh. A step whose loss
    /// or gradient is not a number changes nothing.
    ///
    /// @param step from 0
    StepResult step(long step) {
        long begin = System.nanoTime();
        TrainingSpec training = run.spec().training();
        Kernels kernels = model.kernels();
        BatchStep micro = run.data().training().plan().step(step);
        double loss = accumulate(step);
        double norm = GradientNorm.clip(kernels, model.trained().groups(), training.maxGradientNorm());
        double rate =
                training.learningRate() * training.schedule().factor(step, training.warmup(run.steps()), run.steps());
        if (Double.isFinite(loss) && Double.isFinite(norm)) {
            for (ParameterGroup group : model.trained().groups()) {
                run.method().rule().update(kernels, group, step + 1, rate);
            }
            model.refresh();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new StepResult(micro.epoch(), loss, norm, rate, micro.tokens(), micro.supervisedTokens(), seconds);
    }

    /// Forward, loss and backward of each micro-batch of a step; returns the mean loss over its supervised tokens.
    double accumulate(long step) {
        Batches batches = run.data().training();
        BatchStep micro = batches.plan().step(step);
        model.trained().clearGradients();
        double loss = 0;
        int index = 0;
        for (Batch batch : batches.of(micro)) {
            try (BatchInputs in = new BatchInputs(model, rotary, batch, dropout(step, index++))) {
                loss += pass.train(in, 1.0 / micro.supervisedTokens());
            }
        }
        return loss / micro.supervisedTokens();
    }

    /// A step on one given batch at the rate 0.
    void rehearse(Batch batch, long step) {
        model.trained().clearGradients();
        try (BatchInputs in = new BatchInputs(model, rotary, batch, dropout(step, 0))) {
            pass.train(in, 1.0 / batch.supervisedTokens());
        }
        GradientNorm.clip(
                model.kernels(), model.trained().groups(), run.spec().training().maxGradientNorm());
        for (ParameterGroup group : model.trained().groups()) {
            run.method().rule().update(model.kernels(), group, step + 1, 0);
        }
        model.refresh();
    }

    private BatchInputs.Dropout dropout(long step, int microBatch) {
        double probability = run.method().plan().dropout();
        long seed = Randomness.key(run.spec().training().seed(), "dropout", step, microBatch);
        return probability == 0 ? BatchInputs.Dropout.OFF : new BatchInputs.Dropout(probability, seed);
    }

    Evaluation evaluate(Batches batches) {
        return Evaluation.of(model, rotary, batches);
    }

    void save(Path folder, Progress progress) throws IOException, LuthierException {
        EngineState.write(folder, model.kernels(), model.trained().groups(), progress);
    }

    Progress restore(Path folder) throws LuthierException {
        Progress progress =
                EngineState.read(folder, model.kernels(), model.trained().groups());
        model.refresh();
        return progress;
    }

    void writeResult(Path folder) throws IOException, LuthierException {
        run.method().result().write(folder, new CurrentValues(model, run.spec().model()));
    }

    @Override
    public void close() {
        rotary.close();
        model.close();
    }
}
