package luthier.datasets.quickstart;

import java.util.Locale;
import java.util.Map;

/// A word with its irregular forms.
///
/// @param base as in a dictionary
/// @param forms the forms the rules of [Inflection] would get wrong
record Word(String base, Map<String, String> forms) {
    Word {
        forms = Map.copyOf(forms);
    }

    /// @param form a name such as `s` (plural or third person), `ed`, `ing`, `a` (with article), `he`, `him`, `his`;
    /// the
    /// same beginning with a capital letter gives a capital letter; empty for the word as it is
    String in(String form) {
        if (form.isEmpty()) {
            return base;
        }
        String small = form.toLowerCase(Locale.ROOT);
        String given = forms.get(small);
        String inflected = given != null ? given : Inflection.of(base, small);
        return Character.isUpperCase(form.charAt(0)) ? capital(inflected) : inflected;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
