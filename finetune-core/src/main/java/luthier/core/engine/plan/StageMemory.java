package luthier.core.engine.plan;

import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.tuning.TuningPlan;

/// Bytes that the stages' kernels hold and use for one batch shape. The lists are those of the kernel files
/// (blocks/llama.torchscript, head.torchscript): whoever changes what they return or make changes this.
final class StageMemory {
    private static final long RETAINED_MLPS = 9;
    private static final long LIBRARY_BYTES = 60L << 20;

    private final Blueprint model;
    private final MemoryPlanner.Types types;
    private final long tokens;
    private final long length;
    private final long rows;
    private final long compute;
    private final long ranks;
    private final long largestTrained;

    StageMemory(Blueprint model, TuningPlan tuning, MemoryPlanner.Types types, int rows, int length) {
        this.model = model;
        this.types = types;
        this.tokens = (long) rows * length;
        this.rows = rows;
        this.length = length;
        this.compute = types.compute().bytes();
        // Each injected A (its key ends in .a) leaves a low-rank product of its rows in its block.
        this.ranks = tuning.injections().stream()
                        .filter(injection -> injection.key().endsWith(".a"))
                        .mapToLong(TuningPlan.Injection::rows)
                        .sum()
                / Math.max(1, model.blocks());
        this.largestTrained = tuning.trained().stream()
                .filter(trained -> trained.initial() instanceof TuningPlan.Initial.Base)
                .mapToLong(TuningPlan.Trained::elements)
                .max()
                .orElse(0);
    }

    /// What stands between forward and backward: each block's input, and for kept blocks what forward returned; the
    /// gradient and the output that travel; while recomputing, one block's list.
    long activations(int keptBlocks) {
        long inputs = (model.blocks() + 2L) * tokens * model.width() * compute;
        long list = blockList();
        return inputs + keptBlocks * list + (keptBlocks < model.blocks() ? list : 0);
    }

    /// q, k, v, mixed, middle, gate, up, the low-rank products; two fp32 scalars a token.
    private long blockList() {
        long queries = (long) model.attention().heads() * model.attention().headSize();
        long keys = (long) model.attention().keyValueHeads() * model.attention().headSize();
        long elements = 2 * queries + 2 * keys + model.width() + 2L * model.feedForward() + ranks;
        return tokens * (elements * compute + 2 * DType.F32.bytes());
    }

    /// The larger of what the head and a block's backward make on their way, what the allocator keeps of it, and for a
    /// trained base the copies in which its result is written.
    long workspace(int keptBlocks) {
        return Math.max(head(), block()) + retained(keptBlocks) + 3 * largestTrained * compute;
    }

    /// Freed memory between tensors that live on is not given back. Fitted to the peaks of `bench/plan-accuracy` on
    /// SmolLM2-135M with glibc: when all blocks keep their activations, nine times what a block's mlp makes; none
    /// when none does; and what the libraries set aside at first use.
    private long retained(int keptBlocks) {
        return RETAINED_MLPS * mlp() * keptBlocks / model.blocks() + LIBRARY_BYTES;
    }

    private long mlp() {
        return tokens * (5L * model.feedForward() + 2L * model.width()) * compute;
    }

    private long head() {
        long chunk = Math.min(ChunkSizes.headRows(model, types.compute()), tokens);
        long logits = chunk * model.vocabulary() * 2 * compute;
        long hidden = 4 * tokens * model.width() * compute;
        return logits + hidden + weightGradient();
    }

    private long block() {
        long queries = (long) model.attention().heads() * model.attention().headSize();
        long block = ChunkSizes.queries(model, types.compute(), (int) rows, (int) length);
        long scores = 3 * rows * model.attention().heads() * length * block * compute;
        long attention = tokens * 6 * queries * compute + scores;
        return Math.max(mlp(), attention) + 3 * tokens * model.width() * DType.F32.bytes() + weightGradient();
    }

    /// A weight's gradient stands once in the compute type before it is added to an accumulator of another type.
    private long weightGradient() {
        return types.held() == types.compute() ? 0 : largestTrained * compute;
    }
}
