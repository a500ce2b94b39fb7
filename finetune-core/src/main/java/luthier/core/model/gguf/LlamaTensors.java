package luthier.core.model.gguf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// Finds every tensor of a Llama model in a GGUF file, under the name and in the shape it has in a model folder.
final class LlamaTensors {
    static final String ROPE_FACTORS = "rope_freqs.weight";

    private static final int NAMES_SHOWN = 10;

    private final GgufFile file;
    private final LlamaSizes sizes;
    private final List<TensorMove> moves = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Set<String> used = new HashSet<>(Set.of(ROPE_FACTORS));

    private LlamaTensors(GgufFile file, LlamaSizes sizes) {
        this.file = file;
        this.sizes = sizes;
    }

    /// @throws LuthierException when a tensor is missing, unknown, has another shape, or cannot be decoded
    static List<TensorMove> find(GgufFile file, LlamaSizes sizes) throws LuthierException {
        LlamaTensors tensors = new LlamaTensors(file, sizes);
        tensors.findAll();
        tensors.requireAll();
        return tensors.moves;
    }

    static boolean tied(GgufFile file) {
        return !file.tensors().containsKey("output.weight");
    }

    static boolean attentionBias(GgufFile file) {
        return file.tensors().containsKey("blk.0.attn_q.bias");
    }

    static boolean feedForwardBias(GgufFile file) {
        return file.tensors().containsKey("blk.0.ffn_up.bias");
    }

    private void findAll() throws LuthierException {
        long hidden = sizes.hidden();
        take("token_embd.weight", "model.embed_tokens.weight", RowOrder.KEPT, sizes.vocabulary(), hidden);
        take("output_norm.weight", "model.norm.weight", RowOrder.KEPT, hidden);
        if (!tied(file)) {
            take("output.weight", "lm_head.weight", RowOrder.KEPT, sizes.vocabulary(), hidden);
        }
        for (int layer = 0; layer < sizes.layers(); layer++) {
            findLayer("blk." + layer + ".", "model.layers." + layer + ".");
        }
    }

    private void findLayer(String from, String to) throws LuthierException {
        long hidden = sizes.hidden();
        long inner = sizes.intermediate();
        long queries = (long) sizes.heads() * sizes.headSize();
        long keys = (long) sizes.keyValueHeads() * sizes.headSize();
        RowOrder halves = new RowOrder(sizes.headSize());
        take(from + "attn_norm.weight", to + "input_layernorm.weight", RowOrder.KEPT, hidden);
        take(from + "ffn_norm.weight", to + "post_attention_layernorm.weight", RowOrder.KEPT, hidden);
        boolean bias = attentionBias(file);
        linear(from + "attn_q", to + "self_attn.q_proj", halves, bias, queries, hidden);
        linear(from + "attn_k", to + "self_attn.k_proj", halves, bias, keys, hidden);
        linear(from + "attn_v", to + "self_attn.v_proj", RowOrder.KEPT, bias, keys, hidden);
        linear(from + "attn_output", to + "self_attn.o_proj", RowOrder.KEPT, bias, hidden, queries);
        bias = feedForwardBias(file);
        linear(from + "ffn_gate", to + "mlp.gate_proj", RowOrder.KEPT, bias, inner, hidden);
        linear(from + "ffn_up", to + "mlp.up_proj", RowOrder.KEPT, bias, inner, hidden);
        linear(from + "ffn_down", to + "mlp.down_proj", RowOrder.KEPT, bias, hidden, inner);
    }

    private void linear(String from, String to, RowOrder order, boolean bias, long rows, long columns)
            throws LuthierException {
        take(from + ".weight", to + ".weight", order, rows, columns);
        if (bias) {
            take(from + ".bias", to + ".bias", order, rows);
        }
    }

    private void take(String from, String to, RowOrder order, long... shape) throws LuthierException {
        GgufTensor tensor = file.tensors().get(from);
        used.add(from);
        if (tensor == null) {
            missing.add(from);
            return;
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw Unreadable.damaged(
                    file.path(),
                    from + " is " + Arrays.toString(tensor.shape()) + ", the configuration needs "
                            + Arrays.toString(shape) + ".");
        }
        if (!tensor.type().readable()) {
            throw Unreadable.model(
                    file.path(),
                    from + " uses the quantisation " + tensor.type() + ", which cannot be read.",
                    "Choose a copy in F16, BF16, Q8_0 or a Q4, Q5 or Q6 quantisation.");
        }
        moves.add(new TensorMove(tensor, to, shape, order));
    }

    private void requireAll() throws LuthierException {
        if (!missing.isEmpty()) {
            throw Unreadable.damaged(file.path(), "These tensors are missing: " + some(missing) + ".");
        }
        List<String> unknown = file.tensors().keySet().stream()
                .filter(name -> !used.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Unreadable.model(
                    file.path(),
                    "The file has tensors that no Llama model has: " + some(unknown) + ".",
                    "Choose a model of the plain Llama architecture.");
        }
    }

    private static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? shown + " and " + (names.size() - NAMES_SHOWN) + " more" : shown;
    }
}
