package luthier.core.run;

/// What a run cost. Every figure here is measured.
///
/// @param activeSeconds time in steps, evaluations and checkpoints, without pauses
public record Ledger(
        double activeSeconds,
        double pausedSeconds,
        long steps,
        long tokens,
        long supervisedTokens,
        long peakResidentBytes,
        long trainableParameters,
        long totalParameters,
        double finalLoss) {}
