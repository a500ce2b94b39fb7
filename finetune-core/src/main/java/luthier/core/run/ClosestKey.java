package luthier.core.run;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Guesses which known key a misspelt one was meant to be.
public final class ClosestKey {
    private ClosestKey() {}

    /// The known key with the fewest changed letters, or null when none is near.
    public static @Nullable String of(String key, Collection<String> known) {
        String best = null;
        int fewest = Math.max(2, key.length() / 3) + 1;
        for (String candidate : known) {
            int changes = changes(key.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (changes < fewest) {
                fewest = changes;
                best = candidate;
            }
        }
        return best;
    }

    // Levenshtein distance, one row at a time.
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
