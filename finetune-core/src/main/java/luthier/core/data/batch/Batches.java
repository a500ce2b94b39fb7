package luthier.core.data.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import luthier.core.data.mask.TokenizedExample;

/// The batches of a run, filled with tokens.
public final class Batches {
    private static final int LENGTH_MULTIPLE = 8;

    private final List<TokenizedExample> examples;
    private final BatchPlan plan;
    private final int padId;
    private final int maxLength;

    /// @param padId fills short rows; any id will do, as nothing reads it
    /// @param maxLength longest row
    public Batches(
            List<TokenizedExample> examples, int batchSize, int accumulation, long seed, int padId, int maxLength) {
        this.examples = List.copyOf(examples);
        this.plan = new BatchPlan(
                examples.stream().mapToInt(TokenizedExample::length).toArray(),
                examples.stream().mapToInt(TokenizedExample::supervisedTokens).toArray(),
                batchSize,
                accumulation,
                seed);
        this.padId = padId;
        this.maxLength = maxLength;
    }

    public BatchPlan plan() {
        return plan;
    }

    /// The micro-batches of one step, in order.
    public List<Batch> of(BatchStep step) {
        return step.microBatches().stream().map(this::fill).toList();
    }

    /// Every example once, rows of like length together, always the same; one batch is made at a time.
    public Stream<Batch> evaluation() {
        return plan.byLength().stream().map(this::fill);
    }

    /// The batch with the most positions that any epoch can hold, for planning memory.
    public Batch longest() {
        return fill(plan.longest());
    }

    /// As long as the longest row, rounded up to a multiple of 8 unless that goes beyond the limit.
    private Batch fill(int[] indices) {
        int longest =
                Arrays.stream(indices).map(i -> examples.get(i).length()).max().orElseThrow();
        int rounded = Math.ceilDiv(longest, LENGTH_MULTIPLE) * LENGTH_MULTIPLE;
        int length = rounded <= maxLength ? rounded : longest;
        int[] ids = new int[indices.length * length];
        int[] labels = new int[ids.length];
        Arrays.fill(ids, padId);
        Arrays.fill(labels, TokenizedExample.IGNORED);
        int tokens = 0;
        int supervised = 0;
        for (int row = 0; row < indices.length; row++) {
            TokenizedExample example = examples.get(indices[row]);
            System.arraycopy(example.ids(), 0, ids, row * length, example.length());
            for (int i = 0; i + 1 < example.length(); i++) {
                labels[row * length + i] = example.label(i + 1);
            }
            tokens += example.length();
            supervised += example.supervisedTokens();
        }
        return new Batch(indices.length, length, ids, labels, tokens, supervised);
    }
}
