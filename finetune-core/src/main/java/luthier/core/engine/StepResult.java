package luthier.core.engine;

/// What one optimiser step did.
///
/// @param loss mean over its supervised tokens
/// @param gradientNorm before clipping
record StepResult(
        double epoch,
        double loss,
        double gradientNorm,
        double learningRate,
        long tokens,
        long supervisedTokens,
        double seconds) {}
