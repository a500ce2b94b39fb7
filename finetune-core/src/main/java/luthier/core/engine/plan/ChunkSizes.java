package luthier.core.engine.plan;

import luthier.core.model.Blueprint;
import luthier.core.model.DType;

/// How much the kernels take at once where a whole batch would not fit in a cache.
public final class ChunkSizes {
    /// Attention scores of one block of queries stay below this, so that they do not leave the cache for long.
    private static final long SCORE_BYTES = 32L << 20;

    /// Few enough queries at once to skip most of the masked half, enough for quick products (64, 128 and 256 were
    /// measured at 256 tokens).
    private static final int QUERY_BLOCK = 128;

    /// A chunk's logits and their gradient stay in a large cache, and the vocabulary's matrix, which each product packs
    /// anew, is not packed too often.
    private static final long LOGITS_BYTES = 24L << 20;

    private ChunkSizes() {}

    /// Query positions that attention takes at once.
    public static int queries(Blueprint model, DType compute, int rows, int length) {
        long bytesPerQuery = (long) rows * model.attention().heads() * length * compute.bytes();
        long fitting = Math.max(64, SCORE_BYTES / bytesPerQuery / 64 * 64);
        return (int) Math.min(length, Math.min(QUERY_BLOCK, fitting));
    }

    /// Supervised rows whose logits the head makes at once.
    public static int headRows(Blueprint model, DType compute) {
        long fitting = LOGITS_BYTES / ((long) model.vocabulary() * compute.bytes()) / 32 * 32;
        return Math.clamp(fitting, 32, 4096);
    }
}
