package luthier.core.model.gguf;

import java.util.Map;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// The sizes of a Llama model as a GGUF file gives them.
///
/// @param hidden width of the residual stream
/// @param intermediate width inside the feed-forward
/// @param vocabulary rows of the embedding
record LlamaSizes(
        int hidden, int layers, int heads, int keyValueHeads, int headSize, int intermediate, int vocabulary) {
    static LlamaSizes read(GgufFile file) throws LuthierException {
        GgufMetadata metadata = file.metadata();
        int hidden = positive(metadata, "llama.embedding_length");
        int heads = positive(metadata, "llama.attention.head_count");
        int keyValueHeads = metadata.has("llama.attention.head_count_kv")
                ? positive(metadata, "llama.attention.head_count_kv")
                : heads;
        if (heads % keyValueHeads != 0) {
            throw metadata.refuse("llama.attention.head_count_kv", "must divide the " + heads + " heads");
        }
        return new LlamaSizes(
                hidden,
                positive(metadata, "llama.block_count"),
                heads,
                keyValueHeads,
                headSize(metadata, hidden, heads),
                positive(metadata, "llama.feed_forward_length"),
                vocabulary(file));
    }

    private static int headSize(GgufMetadata metadata, int hidden, int heads) throws LuthierException {
        int size = metadata.intValue(
                "llama.attention.key_length", metadata.intValue("llama.rope.dimension_count", hidden / heads));
        if (size < 1 || size % 2 != 0) {
            throw metadata.refuse("llama.attention.key_length", "must be even, the head size is " + size);
        }
        int rotated = metadata.intValue("llama.rope.dimension_count", size);
        if (rotated != size) {
            throw metadata.refuse("llama.rope.dimension_count", "is " + rotated + ", the head size is " + size);
        }
        int valueSize = metadata.intValue("llama.attention.value_length", size);
        if (valueSize != size) {
            throw metadata.refuse("llama.attention.value_length", "is " + valueSize + ", the head size is " + size);
        }
        return size;
    }

    private static int positive(GgufMetadata metadata, String key) throws LuthierException {
        int value = metadata.intValue(key);
        if (value < 1) {
            throw metadata.refuse(key, "must be at least 1, found " + value);
        }
        return value;
    }

    private static int vocabulary(GgufFile file) throws LuthierException {
        Map<String, GgufTensor> tensors = file.tensors();
        GgufTensor embedding = tensors.get("token_embd.weight");
        if (embedding == null) {
            throw Unreadable.damaged(file.path(), "The tensor token_embd.weight is missing.");
        }
        return Math.toIntExact(embedding.rows());
    }
}
