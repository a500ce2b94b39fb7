package luthier.core.model;

/// Heads of a block's attention.
///
/// @param keyValueHeads heads of keys and values; divides `heads`
/// @param headSize elements of one head
public record AttentionShape(int heads, int keyValueHeads, int headSize) {
    public int group() {
        return heads / keyValueHeads;
    }
}
