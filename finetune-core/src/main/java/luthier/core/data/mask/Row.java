package luthier.core.data.mask;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import luthier.core.data.Span;
import luthier.core.data.tokens.Encoded;

/// A row of tokens while it is being cut.
///
/// @param merged whether a token that began before a supervised span reached into it, and so is not supervised
record Row(int[] ids, BitSet supervised, boolean merged) {
    /// A token is supervised if it begins inside a span and has text.
    static Row of(Encoded encoded, List<Span> spans) {
        BitSet supervised = new BitSet(encoded.length());
        boolean merged = false;
        for (Span span : spans) {
            for (int i = 0; i < encoded.length(); i++) {
                int start = encoded.starts()[i];
                int end = encoded.ends()[i];
                supervised.set(i, supervised.get(i) || (start >= span.start() && start < span.end() && end > start));
                merged |= start < span.start() && end > span.start();
            }
        }
        supervised.clear(0);
        return new Row(encoded.ids(), supervised, merged);
    }

    int length() {
        return ids.length;
    }

    int supervisedTokens() {
        return supervised.cardinality();
    }

    /// The number of tokens before the first supervised one.
    int promptLength() {
        int first = supervised.nextSetBit(0);
        return first < 0 ? ids.length : first;
    }

    /// Leaves out the tokens from `from` to `to`.
    Row without(int from, int to) {
        int[] rest = Arrays.copyOf(ids, ids.length - (to - from));
        System.arraycopy(ids, to, rest, from, ids.length - to);
        BitSet left = supervised.get(0, from);
        supervised.stream().filter(i -> i >= to).forEach(i -> left.set(i - (to - from)));
        left.clear(0);
        return new Row(rest, left, merged);
    }

    Row first(int count) {
        return count >= ids.length ? this : without(count, ids.length);
    }

    Row append(int id) {
        int[] longer = Arrays.copyOf(ids, ids.length + 1);
        longer[ids.length] = id;
        BitSet marked = (BitSet) supervised.clone();
        marked.set(ids.length, ids.length > 0);
        return new Row(longer, marked, merged);
    }

    /// @param supervisesFirst whether what was the first token is a target, now that something predicts it
    Row prepend(int id, boolean supervisesFirst) {
        int[] longer = new int[ids.length + 1];
        longer[0] = id;
        System.arraycopy(ids, 0, longer, 1, ids.length);
        BitSet marked = new BitSet(longer.length);
        supervised.stream().forEach(i -> marked.set(i + 1));
        marked.set(1, supervisesFirst && ids.length > 0);
        return new Row(longer, marked, merged);
    }

    TokenizedExample example() {
        return new TokenizedExample(ids, supervised);
    }
}
