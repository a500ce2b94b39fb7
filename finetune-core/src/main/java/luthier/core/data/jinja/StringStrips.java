package luthier.core.data.jinja;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Taking characters away from the ends of a text, and adding some.
final class StringStrips {
    private StringStrips() {}

    /// @param characters the set of characters to take away, null for white space
    static String strip(String text, @Nullable String characters, boolean left, boolean right) {
        IntPredicate goes = characters == null ? Whitespace::isSpace : character -> characters.indexOf(character) >= 0;
        int begin = 0;
        int end = text.length();
        while (left && begin < end && goes.test(text.codePointAt(begin))) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        while (right && begin < end && goes.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(begin, end);
    }

    static String removePrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    static String removeSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    static String zeroFill(String text, int width) {
        String zeros = filling("0", width - Sequences.length(text));
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
    }

    static String justify(String name, String text, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 1, "width", "fillchar");
        int width = Numbers.index(bound.value("width"));
        String filler = PythonText.text(bound.or("fillchar", " "));
        if (Sequences.length(filler) != 1) {
            throw new TemplateException("The fill character must be exactly one character long");
        }
        int missing = Math.max(0, width - Sequences.length(text));
        // the odd one goes left where the width is odd
        int left = switch (name) {
            case "ljust" -> 0;
            case "rjust" -> missing;
            default -> missing / 2 + (missing & width & 1);
        };
        return filling(filler, left) + text + filling(filler, missing - left);
    }

    private static String filling(String filler, int count) {
        if (count > 1_000_000) {
            throw new TemplateException("a text is to be filled up to more than a million characters");
        }
        return filler.repeat(Math.max(0, count));
    }
}
