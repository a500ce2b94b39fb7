package luthier.core.data.mask;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long the examples of a file are in tokens, before any is cut.
///
/// @param counts examples by length
public record Lengths(SortedMap<Integer, Long> counts) {
    /// Nearly all examples fit; the few longest cost most of the memory.
    private static final double SHARE_THAT_FITS = 0.99;

    private static final int LONGEST_SUGGESTED = 2048;
    private static final int STEP = 64;

    public Lengths {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public long examples() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// 0 without examples.
    public int longest() {
        return counts.isEmpty() ? 0 : counts.lastKey();
    }

    /// The smallest length that at least this share of the examples does not exceed.
    public int fitting(double share) {
        long needed = (long) Math.ceil(share * examples());
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= needed) {
                return entry.getKey();
            }
        }
        return 0;
    }

    public int nearlyAll() {
        return fitting(SHARE_THAT_FITS);
    }

    /// A limit for these examples: 99 % of them fit, no more than 2048 tokens and than the model's own limit.
    public int suggestedLimit(int longestOfModel) {
        int rounded = Math.ceilDiv(Math.max(1, nearlyAll()), STEP) * STEP;
        return Math.min(rounded, Math.min(LONGEST_SUGGESTED, longestOfModel));
    }
}
