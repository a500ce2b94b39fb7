package luthier.core.engine.generate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.RotaryTables;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.engine.kernel.TensorMap;
import luthier.core.model.AttentionShape;
import luthier.core.model.DType;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// Continues token rows, one at a time, greedily or by drawing. Keys and values are kept between answers, so a
/// conversation that grows is not read again from its beginning.
public final class Generator implements Held {
    /// Tokens of a prompt that go through the blocks at once: attention scores grow with them.
    private static final int PIECE = 256;

    private static final int CAPACITY_MULTIPLE = 64;

    private final LoadedModel model;
    private final Kernels kernels;
    private final int vocabulary;
    private final int maxPositions;
    private final Scope scope = new Scope();
    private final TensorMap blockConstants;
    private final TensorMap headConstants;
    private @Nullable KeyValueCache cache;
    private long answers;

    /// @param vocabulary tokens that the tokenizer knows; a model may have more rows
    public Generator(LoadedModel model, int vocabulary) {
        this.model = model;
        this.kernels = model.kernels();
        this.vocabulary = Math.min(vocabulary, model.blueprint().vocabulary());
        this.maxPositions = model.blueprint().maxPositions();
        AttentionShape attention = model.blueprint().attention();
        RotaryTables rotary = scope.own(new RotaryTables(kernels, model.blueprint(), model.compute(), maxPositions));
        Tensor epsilon = scope.own(kernels.ofDouble(model.blueprint().epsilon()));
        Map<String, Tensor> constants = new HashMap<>();
        constants.put("cos", rotary.cosines());
        constants.put("sin", rotary.sines());
        constants.put("eps", epsilon);
        constants.put(
                "dims",
                scope.own(kernels.ofLongs(
                        MemoryCause.WORKSPACE,
                        1,
                        1,
                        attention.heads(),
                        attention.keyValueHeads(),
                        attention.headSize())));
        blockConstants = scope.map(constants);
        headConstants = scope.map(Map.of("eps", epsilon));
    }

    /// @param stops ids that end the answer
    /// @param maxNewTokens at least 1; fewer come where the model's positions end
    /// @throws LuthierException (InvalidSpec) when the prompt is empty or leaves no position for an answer
    public Answer answer(int[] prompt, Sampling sampling, Set<Integer> stops, int maxNewTokens, TokenSink sink)
            throws LuthierException {
        requireFits(prompt);
        long begin = System.nanoTime();
        long number = answers++;
        int most = Math.min(maxNewTokens, maxPositions - prompt.length);
        KeyValueCache held = room(prompt, prompt.length + most);
        float[] logits = read(held, Arrays.copyOfRange(prompt, held.filled(), prompt.length));
        int[] made = new int[most];
        for (int i = 0; i < most; i++) {
            made[i] = sampling.choose(logits, vocabulary, number, i);
            if (stops.contains(made[i])) {
                return new Answer(Arrays.copyOf(made, i + 1), Answer.Reason.STOP, since(begin));
            }
            sink.accept(made[i]);
            if (i + 1 < most) {
                logits = read(held, new int[] {made[i]});
            }
        }
        return new Answer(made, Answer.Reason.LENGTH, since(begin));
    }

    /// What the model makes of a row: the logits after its last token.
    public float[] logits(int[] prompt) throws LuthierException {
        requireFits(prompt);
        KeyValueCache held = room(prompt, prompt.length);
        return read(held, Arrays.copyOfRange(prompt, held.filled(), prompt.length));
    }

    private void requireFits(int[] prompt) throws LuthierException {
        if (prompt.length == 0 || prompt.length >= maxPositions) {
            String problem = prompt.length == 0
                    ? "is empty; write something"
                    : "has " + prompt.length + " tokens, but the model has only " + maxPositions
                            + " positions for prompt and answer together; shorten it or begin a new conversation";
            throw new LuthierException(new Failure.InvalidSpec("generation", "prompt", problem));
        }
    }

    private KeyValueCache room(int[] prompt, int needed) {
        KeyValueCache held = cache;
        if (held == null || held.capacity() < needed) {
            if (held != null) {
                held.close();
            }
            int rounded = Math.ceilDiv(needed, CAPACITY_MULTIPLE) * CAPACITY_MULTIPLE;
            held = new KeyValueCache(model, Math.min(rounded, maxPositions));
            cache = held;
        }
        held.keepCommon(prompt);
        return held;
    }

    /// Puts tokens behind those in the cache; the logits after the last of them.
    private float[] read(KeyValueCache held, int[] ids) {
        int start = 0;
        while (ids.length - start > PIECE) {
            blocks(held, Arrays.copyOfRange(ids, start, start + PIECE)).close();
            start += PIECE;
        }
        try (Tensor x = blocks(held, Arrays.copyOfRange(ids, start, ids.length));
                Tensor last = kernels.call("rows")
                        .with(x)
                        .with(x.size(0) - 1)
                        .with(x.size(0))
                        .tensor(x.dtype(), null);
                Tensor logits = kernels.call("head_logits")
                        .with(last)
                        .with(model.head().parameters())
                        .with(headConstants)
                        .tensor(DType.F32, MemoryCause.WORKSPACE)) {
            return kernels.floats(logits);
        }
    }

    private Tensor blocks(KeyValueCache held, int[] ids) {
        try (Tensor tokens = kernels.ofLongs(
                MemoryCause.WORKSPACE, Arrays.stream(ids).asLongStream().toArray())) {
            Tensor x = kernels.call("embed_forward")
                    .with(tokens)
                    .with(model.embedding().parameters())
                    .tensor(model.compute(), MemoryCause.ACTIVATIONS);
            for (int i = 0; i < model.blueprint().blocks(); i++) {
                Tensor below = x;
                x = kernels.call("llama_decode")
                        .with(below)
                        .with(model.block(i).parameters())
                        .with(blockConstants)
                        .with(held.keys(i))
                        .with(held.values(i))
                        .with((long) held.filled())
                        .tensor(model.compute(), MemoryCause.ACTIVATIONS);
                below.close();
            }
            held.add(ids);
            return x;
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() {
        if (cache != null) {
            cache.close();
        }
        scope.close();
    }
}
