package luthier.core.data.bpe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into words as GPT-2 does and counts them, special tokens left out.
final class WordCounter {
    /// `\s` must mean Unicode white space as it does where tokenizer.json is read; hence the flag.
    private static final Pattern WORD = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    /// Sorted, so that training does not depend on hashing.
    private final Map<String, Long> counts = new TreeMap<>();

    private final List<String> specialTokens;

    WordCounter(List<String> specialTokens) {
        this.specialTokens = specialTokens;
    }

    void add(String text) {
        for (String part : withoutSpecialTokens(text)) {
            Matcher matcher = WORD.matcher(part);
            while (matcher.find()) {
                counts.merge(matcher.group(), 1L, Long::sum);
            }
        }
    }

    /// Times seen by word spelled in the byte alphabet.
    Map<String, Long> counts() {
        Map<String, Long> spelled = new TreeMap<>();
        counts.forEach((word, count) -> spelled.put(ByteAlphabet.spell(word), count));
        return spelled;
    }

    private List<String> withoutSpecialTokens(String text) {
        List<String> parts = List.of(text);
        for (String token : specialTokens) {
            List<String> smaller = new ArrayList<>();
            for (String part : parts) {
                smaller.addAll(List.of(part.split(Pattern.quote(token), -1)));
            }
            parts = smaller;
        }
        return parts;
    }
}
