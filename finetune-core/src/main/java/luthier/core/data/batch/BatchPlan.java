package luthier.core.data.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import luthier.core.run.Randomness;

/// Which examples stand together in which step. Each epoch is shuffled, sorted by length inside windows of 32 batches
/// (so that rows of a batch are alike and little is padding), cut into batches, and the batches are shuffled again. An
/// epoch's order depends on the seed and its number alone: any step can be asked for without replaying those
/// before it.
/// Not for several threads at once.
public final class BatchPlan {
    private static final int WINDOW_BATCHES = 32;

    private final int[] lengths;
    private final int[] supervised;
    private final int batchSize;
    private final int accumulation;
    private final long seed;
    private long cachedEpoch = -1;
    private List<int[]> cachedOrder = List.of();

    /// @param lengths tokens of each example
    /// @param supervised targets of each example
    public BatchPlan(int[] lengths, int[] supervised, int batchSize, int accumulation, long seed) {
        if (lengths.length == 0 || lengths.length != supervised.length || batchSize < 1 || accumulation < 1) {
            throw new IllegalArgumentException("no examples, or sizes below 1");
        }
        this.lengths = lengths.clone();
        this.supervised = supervised.clone();
        this.batchSize = batchSize;
        this.accumulation = accumulation;
        this.seed = seed;
    }

    public long batchesPerEpoch() {
        return Math.ceilDiv(lengths.length, batchSize);
    }

    /// The last step of an epoch may have fewer micro-batches; no step reaches into the next epoch.
    public long stepsPerEpoch() {
        return Math.ceilDiv(batchesPerEpoch(), accumulation);
    }

    /// Steps of a run.
    ///
    /// @param maxSteps 0 = by epochs
    public long steps(double epochs, long maxSteps) {
        return maxSteps > 0 ? maxSteps : Math.max(1, (long) Math.ceil(epochs * stepsPerEpoch()));
    }

    public BatchStep step(long step) {
        long epoch = step / stepsPerEpoch();
        int inEpoch = Math.toIntExact(step % stepsPerEpoch());
        List<int[]> order = order(epoch);
        int from = inEpoch * accumulation;
        List<int[]> batches = order.subList(from, Math.min(order.size(), from + accumulation));
        long tokens = 0;
        long targets = 0;
        for (int[] batch : batches) {
            for (int example : batch) {
                tokens += lengths[example];
                targets += supervised[example];
            }
        }
        return new BatchStep(step, epoch + (inEpoch + 1.0) / stepsPerEpoch(), batches, tokens, targets);
    }

    /// The longest examples as one batch: no batch of any epoch is larger.
    int[] longest() {
        return sortedByLength(IntStream.range(0, lengths.length).toArray(), true, batchSize);
    }

    /// All examples once, by length, for evaluation.
    List<int[]> byLength() {
        return cut(sortedByLength(IntStream.range(0, lengths.length).toArray(), false, lengths.length));
    }

    private List<int[]> order(long epoch) {
        if (epoch != cachedEpoch) {
            cachedOrder = shuffled(epoch);
            cachedEpoch = epoch;
        }
        return cachedOrder;
    }

    private List<int[]> shuffled(long epoch) {
        int[] order = IntStream.range(0, lengths.length).toArray();
        Randomness.of(seed, "examples", epoch, 0).shuffle(order);
        List<int[]> batches = new ArrayList<>();
        int window = Math.toIntExact(Math.min(lengths.length, (long) WINDOW_BATCHES * batchSize));
        for (int from = 0; from < order.length; from += window) {
            int[] part = Arrays.copyOfRange(order, from, Math.min(order.length, from + window));
            batches.addAll(cut(sortedByLength(part, false, part.length)));
        }
        int[] places = IntStream.range(0, batches.size()).toArray();
        Randomness.of(seed, "batches", epoch, 0).shuffle(places);
        return Arrays.stream(places).mapToObj(batches::get).toList();
    }

    private List<int[]> cut(int[] order) {
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < order.length; from += batchSize) {
            batches.add(Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize)));
        }
        return batches;
    }

    /// Stable: examples of one length keep their order.
    private int[] sortedByLength(int[] examples, boolean longestFirst, int count) {
        long[] keys = new long[examples.length];
        for (int i = 0; i < keys.length; i++) {
            int length = lengths[examples[i]];
            keys[i] = (long) (longestFirst ? Integer.MAX_VALUE - length : length) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .limit(count)
                .mapToInt(key -> examples[(int) key])
                .toArray();
    }
}
