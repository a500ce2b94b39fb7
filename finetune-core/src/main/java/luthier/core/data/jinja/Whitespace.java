package luthier.core.data.jinja;

/// Python's idea of white space, which is not Java's: it holds the no-break space and the separators U+001C to U+001F.
final class Whitespace {
    private Whitespace() {}

    static boolean isSpace(int character) {
        return (character >= 9 && character <= 13)
                || (character >= 28 && character <= 32)
                || character == 0x85
                || character == 0xA0
                || character == 0x1680
                || (character >= 0x2000 && character <= 0x200A)
                || character == 0x2028
                || character == 0x2029
                || character == 0x202F
                || character == 0x205F
                || character == 0x3000;
    }

    static boolean isLineBreak(int character) {
        return (character >= 10 && character <= 13)
                || (character >= 28 && character <= 30)
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    /// The first place at or after `from` that holds no white space.
    static int skip(String text, int from) {
        int position = from;
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    static String stripRight(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    static boolean isBlank(String text) {
        return skip(text, 0) == text.length();
    }
}
