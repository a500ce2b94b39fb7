package luthier.core.data.tokens;

import java.util.Arrays;

/// Text of a growing row of tokens, for streaming: a character whose bytes are spread over several tokens comes out
/// when its last byte is there. The pieces joined are the text of all tokens together.
public final class TokenStream {
    private static final char INCOMPLETE = '\uFFFD';

    private final Tokenizer tokenizer;
    private final boolean skipSpecial;
    private int[] ids = new int[32];
    private int count;
    /// Tokens before this one are done with; from here on they are decoded again, because a decoder may treat
    /// the first
    /// token of a text differently.
    private int contextStart;
    private int written;

    public TokenStream(Tokenizer tokenizer, boolean skipSpecial) {
        this.tokenizer = tokenizer;
        this.skipSpecial = skipSpecial;
    }

    /// Adds a token; returns the text that has become complete, often empty.
    public String feed(int id) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = id;
        String text = decoded(count);
        if (text.isEmpty() || text.charAt(text.length() - 1) == INCOMPLETE) {
            return "";
        }
        return write(text);
    }

    /// What is still held back, at the end of the row.
    public String finish() {
        return written == count ? "" : write(decoded(count));
    }

    private String write(String text) {
        String before = decoded(written);
        contextStart = written;
        written = count;
        return text.length() > before.length() ? text.substring(before.length()) : "";
    }

    private String decoded(int end) {
        return tokenizer.decode(Arrays.copyOfRange(ids, contextStart, end), skipSpecial);
    }
}
