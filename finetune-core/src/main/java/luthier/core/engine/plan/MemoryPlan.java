package luthier.core.engine.plan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;

/// What a run is expected to hold at its worst moment.
///
/// @param bytes by cause; their sum is the peak
/// @param availableBytes what the machine can give this process, what it has already included
/// @param keptBlocks how many of the topmost blocks keep their activations
public record MemoryPlan(Map<MemoryCause, Long> bytes, long availableBytes, int keptBlocks) {
    /// Of what is free, this share may be planned with: other programs move, and the allocator keeps some.
    public static final double USABLE_SHARE = 0.92;

    public MemoryPlan {
        bytes = Map.copyOf(new EnumMap<>(bytes));
    }

    public long peakBytes() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean fits() {
        return peakBytes() <= availableBytes * USABLE_SHARE;
    }

    /// @throws LuthierException (OutOfMemory) when it does not fit
    public void requireFits() throws LuthierException {
        if (!fits()) {
            List<String> breakdown = Arrays.stream(MemoryCause.values())
                    .filter(cause -> of(cause) > 0)
                    .map(cause -> String.format(
                            Locale.ROOT, "%s: %,d MiB", cause.name().toLowerCase(Locale.ROOT), of(cause) >> 20))
                    .toList();
            throw new LuthierException(
                    new Failure.OutOfMemory(peakBytes(), (long) (availableBytes * USABLE_SHARE), breakdown));
        }
    }

    public long of(MemoryCause cause) {
        return bytes.getOrDefault(cause, 0L);
    }
}
