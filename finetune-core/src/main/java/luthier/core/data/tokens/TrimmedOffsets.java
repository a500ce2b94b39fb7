package luthier.core.data.tokens;

/// Some tokenizers (Llama 3) report a token's offsets without the spaces at its ends. A token that swallowed the space
/// before an answer would then seem to begin inside the answer. This puts the spaces back, by the token's own text.
final class TrimmedOffsets {
    /// How byte-level vocabularies write a space.
    private static final char SPACE = 'Ġ';

    private TrimmedOffsets() {}

    static void restore(String[] tokens, int[] starts, int[] ends) {
        int previousEnd = 0;
        for (int i = 0; i < tokens.length; i++) {
            String token = tokens[i];
            int leading = 0;
            while (leading < token.length() && token.charAt(leading) == SPACE) {
                leading++;
            }
            starts[i] = Math.min(starts[i], Math.max(previousEnd, starts[i] - leading));
            if (leading < token.length()) {
                int trailing = 0;
                while (token.charAt(token.length() - 1 - trailing) == SPACE) {
                    trailing++;
                }
                ends[i] += trailing;
            }
            previousEnd = ends[i];
        }
    }
}
