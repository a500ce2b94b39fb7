package luthier.core.run;

/// How long, in which batches and at which rate a run trains.
///
/// @param epochs passes over the training examples; ignored when `maxSteps` is above 0
/// @param maxSteps optimiser steps, 0 = by epochs
/// @param batchSize examples of one micro-batch
/// @param accumulation micro-batches of one optimiser step
/// @param learningRate base rate
/// @param warmupSteps steps of linear warm-up; 0 takes `warmupRatio`
/// @param warmupRatio share of all steps that warm up
/// @param maxGradientNorm clipping by the norm of all gradients, 0 = off
/// @param evaluateEvery steps between evaluations, 0 = at the end only
/// @param checkpointEvery steps between checkpoints, 0 = at the end only
/// @param keepCheckpoints newest checkpoints kept beside the best one
/// @param seed every random number of the run derives from it
/// @param threads compute threads, 0 = all cores
/// @param fromScratch start from random weights; the model folder then holds a configuration but no weights
public record TrainingSpec(
        double epochs,
        long maxSteps,
        int batchSize,
        int accumulation,
        double learningRate,
        Schedule schedule,
        long warmupSteps,
        double warmupRatio,
        double maxGradientNorm,
        ActivationPolicy activations,
        long evaluateEvery,
        long checkpointEvery,
        int keepCheckpoints,
        long seed,
        int threads,
        boolean fromScratch) {
    public static final TrainingSpec DEFAULTS = new TrainingSpec(
            3, 0, 4, 1, 2e-4, Schedule.COSINE, 0, 0.03, 1.0, ActivationPolicy.AUTO, 0, 0, 2, 42, 0, false);

    public TrainingSpec {
        Check.that(epochs > 0 || maxSteps > 0, "training.epochs", "must be above 0");
        Check.that(maxSteps >= 0, "training.maxSteps", "must be 0 or more");
        Check.that(batchSize >= 1, "training.batchSize", "must be at least 1");
        Check.that(accumulation >= 1, "training.accumulation", "must be at least 1");
        Check.that(learningRate >= 0, "training.learningRate", "must be 0 or more");
        Check.that(warmupSteps >= 0, "training.warmupSteps", "must be 0 or more");
        Check.that(warmupRatio >= 0 && warmupRatio <= 1, "training.warmupRatio", "must be between 0 and 1");
        Check.that(maxGradientNorm >= 0, "training.maxGradientNorm", "must be 0 (off) or more");
        Check.that(evaluateEvery >= 0, "training.evaluateEvery", "must be 0 or more");
        Check.that(checkpointEvery >= 0, "training.checkpointEvery", "must be 0 or more");
        Check.that(keepCheckpoints >= 1, "training.keepCheckpoints", "must be at least 1");
        Check.that(threads >= 0, "training.threads", "must be 0 (all cores) or more");
    }

    /// Warm-up steps of a run of `total` steps.
    public long warmup(long total) {
        return warmupSteps > 0 ? warmupSteps : (long) Math.ceil(warmupRatio * total);
    }
}
