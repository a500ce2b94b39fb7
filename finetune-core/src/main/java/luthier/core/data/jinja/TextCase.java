package luthier.core.data.jinja;

import java.util.Locale;
import java.util.function.IntPredicate;

/// Upper and lower case, and the kinds of characters, as Python's `str` has them.
final class TextCase {
    private TextCase() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int rest = text.offsetByCodePoints(0, 1);
        return title(text.codePointAt(0)) + lower(text.substring(rest));
    }

    private static String title(int character) {
        int title = Character.toTitleCase(character);
        if (title != character) {
            return Character.toString(title);
        }
        // a few characters have a title case of more than one letter
        String upper = upper(Character.toString(character));
        int rest = upper.offsetByCodePoints(0, 1);
        return upper.length() == rest ? upper : upper.substring(0, rest) + lower(upper.substring(rest));
    }

    /// A capital at the start of each run of letters.
    static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int character : text.codePoints().toArray()) {
            out.append(inside ? lower(Character.toString(character)) : title(character));
            inside = isCased(character);
        }
        return out.toString();
    }

    static String swap(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(character -> {
            String one = Character.toString(character);
            out.append(Character.isUpperCase(character) ? lower(one) : upper(one));
        });
        return out.toString();
    }

    private static boolean isCased(int character) {
        return Character.isUpperCase(character) || Character.isLowerCase(character) || Character.isTitleCase(character);
    }

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    static boolean all(String text, IntPredicate kind) {
        return !text.isEmpty() && text.codePoints().allMatch(kind);
    }

    static boolean isAlphanumeric(int character) {
        return Character.isLetter(character) || isNumeric(character);
    }

    static boolean isNumeric(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /// Decimal digits, and digits in circles, brackets and exponents.
    static boolean isDigit(int character) {
        return Character.isDigit(character)
                || (Character.getType(character) == Character.OTHER_NUMBER && isSpecialDigit(character));
    }

    private static boolean isSpecialDigit(int c) {
        return isOneOf(c, 0xB2, 0xB3, 0xB9, 0x2070, 0x24EA, 0x24FF, 0x19DA)
                || isWithin(c, 0x2074, 0x2079)
                || isWithin(c, 0x2080, 0x2089)
                || isWithin(c, 0x2460, 0x2468)
                || isWithin(c, 0x2474, 0x247C)
                || isWithin(c, 0x2488, 0x2490)
                || isWithin(c, 0x24F5, 0x24FD)
                || isWithin(c, 0x2776, 0x277E)
                || isWithin(c, 0x2780, 0x2788)
                || isWithin(c, 0x278A, 0x2792)
                || isWithin(c, 0x1369, 0x1371)
                || isWithin(c, 0x10A40, 0x10A43)
                || isWithin(c, 0x10E60, 0x10E68)
                || isWithin(c, 0x11052, 0x1105A)
                || isWithin(c, 0x1F100, 0x1F10A);
    }

    private static boolean isWithin(int character, int first, int last) {
        return character >= first && character <= last;
    }

    private static boolean isOneOf(int character, int... others) {
        for (int other : others) {
            if (character == other) {
                return true;
            }
        }
        return false;
    }
}
