package luthier.core.data.tokens;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The special tokens of a model as its folder states them.
///
/// @param bosText begin of text, null without
/// @param eosText end of text, null without
/// @param padId fills short rows; masked by length, so it may equal an end token
/// @param stopIds generation ends on any of them
/// @param addBos whether texts without a template begin with the begin token
public record SpecialTokens(
        @Nullable String bosText, @Nullable String eosText, int padId, Set<Integer> stopIds, boolean addBos) {
    public SpecialTokens {
        stopIds = Set.copyOf(stopIds);
    }

    /// What ends an answer, as text.
    public Set<String> stopTexts(Tokenizer tokenizer) {
        Set<String> texts = new TreeSet<>();
        for (int stop : stopIds) {
            texts.add(tokenizer.decode(new int[] {stop}, false));
        }
        if (eosText != null) {
            texts.add(eosText);
        }
        return texts;
    }
}
