package luthier.datasets.source;

import org.jspecify.annotations.Nullable;

/// Characters that no tokenizer should see.
public final class Characters {
    private Characters() {}

    /// The text with NUL and unpaired surrogates replaced by U+FFFD; reported once a text.
    public static String clean(String text, long line, @Nullable String field, Report report) {
        StringBuilder cleaned = null;
        String found = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (paired(text, i)) {
                i++;
            } else if (Character.isSurrogate(character) || character == 0) {
                found = character == 0 ? "a NUL character was replaced." : "an unpaired surrogate was replaced.";
                cleaned = cleaned == null ? new StringBuilder(text) : cleaned;
                cleaned.setCharAt(i, '\uFFFD');
            } else if (character == '\uFFFD' && found == null) {
                found = "holds the character U+FFFD, the trace of a wrong decoding; it was kept.";
            }
        }
        if (found != null) {
            report.note(Defect.CHARACTER, line, field, found);
        }
        return cleaned == null ? text : cleaned.toString();
    }

    private static boolean paired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
