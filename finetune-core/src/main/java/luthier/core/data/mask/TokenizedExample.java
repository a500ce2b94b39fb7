package luthier.core.data.mask;

import java.util.BitSet;

/// One row of tokens.
///
/// @param supervised positions whose token is a target; never position 0, which nothing predicts
public record TokenizedExample(int[] ids, BitSet supervised) {
    /// The label of a position without a target.
    public static final int IGNORED = -100;

    public TokenizedExample {
        supervised.clear(0);
    }

    public int length() {
        return ids.length;
    }

    public int supervisedTokens() {
        return supervised.cardinality();
    }

    /// The label of a token for itself (not shifted): its id, or -100.
    public int label(int position) {
        return supervised.get(position) ? ids[position] : IGNORED;
    }
}
