package luthier.core.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a run tells the world, one line of `events.jsonl` each. Exactly one end ([Finished], [Stopped], [Failed])
/// comes,
/// always last. Times are in the event, never taken from the reader's clock.
public sealed interface RunEvent {
    Instant at();

    /// @param steps optimiser steps planned
    /// @param resumedFrom step of the checkpoint it continues from, 0 for a fresh run
    /// @param totalParameters base and added, a tied tensor once
    record Started(
            Instant at,
            String run,
            long processId,
            String device,
            int threads,
            long steps,
            long resumedFrom,
            long totalParameters,
            long trainableParameters)
            implements RunEvent {}

    /// One optimiser step.
    ///
    /// @param loss mean over the step's supervised tokens
    /// @param gradientNorm before clipping
    /// @param tokens without padding
    /// @param supervisedTokens those whose label counts
    record Stepped(
            Instant at,
            long step,
            double epoch,
            double loss,
            double learningRate,
            double gradientNorm,
            long tokens,
            long supervisedTokens,
            double stepMillis,
            MemorySample memory)
            implements RunEvent {}

    /// @param loss mean over all supervised tokens of the evaluation examples
    record Evaluated(Instant at, long step, double loss, double tokenAccuracy, long supervisedTokens, double millis)
            implements RunEvent {}

    /// @param folder relative to the run folder
    record Checkpointed(Instant at, long step, String folder, boolean best, double millis) implements RunEvent {}

    record Paused(Instant at, long step) implements RunEvent {}

    record Resumed(Instant at, long step) implements RunEvent {}

    /// @param level `info` or `warning`
    record Logged(Instant at, String level, String message) implements RunEvent {}

    /// @param output folder of the result, relative to the run folder
    record Finished(Instant at, long step, String output, Ledger ledger) implements RunEvent {}

    /// @param output null when the result was thrown away
    record Stopped(Instant at, long step, @Nullable String output, Ledger ledger) implements RunEvent {}

    record Failed(Instant at, long step, Failure failure) implements RunEvent {}

    /// Whether the event ends the run.
    default boolean end() {
        return this instanceof Finished || this instanceof Stopped || this instanceof Failed;
    }
}
