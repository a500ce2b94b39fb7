package luthier.core.data.mask;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the stop token that ends a turn, in text.
final class StopTokens {
    private final List<String> stops;
    private final List<String> added;

    /// @param added every token the tokenizer finds in the text before anything else
    StopTokens(Collection<String> stops, Collection<String> added) {
        this.stops = stops.stream().filter(text -> !text.isBlank()).distinct().toList();
        this.added = added.stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    /// Where a turn known to reach to `limit` ends: after its last stop token, if only white space and added tokens
    /// follow that; else after a stop token that stands right behind the turn (there the next turn's header is the
    /// stop); -1 if there is none.
    int lastInside(String text, int start, int limit) {
        int end = limit;
        while (end > start) {
            int stripped = beforeWhitespace(text, start, end);
            @Nullable String stop = endingWith(stops, text, start, stripped);
            if (stop != null) {
                return stripped;
            }
            @Nullable String other = endingWith(added, text, start, stripped);
            if (other == null) {
                break;
            }
            end = stripped - other.length();
        }
        int next = afterWhitespace(text, limit);
        @Nullable String stop = beginningWith(stops, text, next);
        return stop == null ? -1 : next + stop.length();
    }

    /// The end of the first stop token at or after `from`, with only white space and added tokens before it; -1 if
    /// other text comes first.
    int firstAfter(String text, int from) {
        int at = afterWhitespace(text, from);
        while (at < text.length()) {
            @Nullable String stop = beginningWith(stops, text, at);
            if (stop != null) {
                return at + stop.length();
            }
            @Nullable String other = beginningWith(added, text, at);
            if (other == null) {
                return -1;
            }
            at = afterWhitespace(text, at + other.length());
        }
        return -1;
    }

    boolean ends(String text) {
        return endingWith(stops, text, 0, beforeWhitespace(text, 0, text.length())) != null;
    }

    /// The text without stop tokens and white space at its end.
    String strip(String text) {
        int end = beforeWhitespace(text, 0, text.length());
        for (@Nullable String stop = endingWith(stops, text, 0, end);
                stop != null;
                stop = endingWith(stops, text, 0, end)) {
            end = beforeWhitespace(text, 0, end - stop.length());
        }
        return text.substring(0, end);
    }

    static int beforeWhitespace(String text, int start, int end) {
        int at = end;
        while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int afterWhitespace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static @Nullable String beginningWith(List<String> tokens, String text, int at) {
        for (String token : tokens) {
            if (text.startsWith(token, at)) {
                return token;
            }
        }
        return null;
    }

    private static @Nullable String endingWith(List<String> tokens, String text, int start, int end) {
        for (String token : tokens) {
            if (end - token.length() >= start && text.startsWith(token, end - token.length())) {
                return token;
            }
        }
        return null;
    }
}
