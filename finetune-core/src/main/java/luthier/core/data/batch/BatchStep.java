package luthier.core.data.batch;

import java.util.List;

/// What one optimiser step reads.
///
/// @param step from 0
/// @param epoch passes over the data that are done after this step
/// @param microBatches indices of examples
/// @param tokens of the whole step, without padding
/// @param supervisedTokens of the whole step: the divisor of its loss
public record BatchStep(long step, double epoch, List<int[]> microBatches, long tokens, long supervisedTokens) {
    public BatchStep {
        microBatches = List.copyOf(microBatches);
    }
}
