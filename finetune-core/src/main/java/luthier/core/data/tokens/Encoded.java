package luthier.core.data.tokens;

/// A text as tokens. Offsets are UTF-16 positions in the text; `starts[i] == ends[i]` for a token without text of its
/// own. The tokens of one character spelt in several bytes share that character's offsets.
public record Encoded(int[] ids, int[] starts, int[] ends) {
    public int length() {
        return ids.length;
    }
}
