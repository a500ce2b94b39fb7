package luthier.core.data.bpe;

import java.util.List;

/// A trained tokenizer.
///
/// @param specialTokens the first ids, never split nor merged
/// @param tokens every token in id order, special ones first, then the bytes, then the merged ones, spelled
///     in the byte
/// alphabet
/// @param merges in order of rank
public record BpeVocabulary(List<String> specialTokens, List<String> tokens, List<Merge> merges) {
    public BpeVocabulary {
        specialTokens = List.copyOf(specialTokens);
        tokens = List.copyOf(tokens);
        merges = List.copyOf(merges);
    }

    /// Two tokens that become one.
    public record Merge(String left, String right) {}

    /// The id of a special token.
    public int idOf(String specialToken) {
        int id = specialTokens.indexOf(specialToken);
        if (id < 0) {
            throw new IllegalArgumentException("not a special token: " + specialToken);
        }
        return id;
    }
}
