package luthier.core.data.jinja;

/// The backslash escapes of a string literal, as Python's `unicode-escape` reads them.
final class StringEscapes {
    private static final String PLAIN = "\\'\"abfnrtv";
    private static final String MEANING = "\\'\"\u0007\b\f\n\r\t\u000B";

    private final String body;
    private final int line;
    private final StringBuilder out = new StringBuilder();
    private int position;

    private StringEscapes(String body, int line) {
        this.body = body;
        this.line = line;
    }

    static String decode(String body, int line) {
        return body.indexOf('\\') < 0 ? body : new StringEscapes(body, line).decoded();
    }

    private String decoded() {
        while (position < body.length()) {
            char character = body.charAt(position++);
            if (character == '\\' && position < body.length()) {
                escape();
            } else {
                out.append(character);
            }
        }
        return out.toString();
    }

    private void escape() {
        int kind = body.codePointAt(position);
        position += Character.charCount(kind);
        int plain = kind < 128 ? PLAIN.indexOf(kind) : -1;
        if (plain >= 0) {
            out.append(MEANING.charAt(plain));
        } else if (kind >= '0' && kind <= '7') {
            octal(kind - '0');
        } else if (kind == 'x') {
            hexadecimal(2);
        } else if (kind == 'u') {
            hexadecimal(4);
        } else if (kind == 'U') {
            hexadecimal(8);
        } else if (kind == 'N') {
            named();
        } else if (kind > 127) {
            // jinja2 spells such a character out before it decodes, so the backslash meets another backslash
            out.append('\\').append(kind < 256 ? "x%02x".formatted(kind) : longForm(kind));
        } else if (kind != '\n') {
            out.append('\\').appendCodePoint(kind);
        }
    }

    private static String longForm(int character) {
        return character < 0x10000 ? "u%04x".formatted(character) : "U%08x".formatted(character);
    }

    private void octal(int first) {
        int value = first;
        for (int digits = 1; digits < 3 && position < body.length(); digits++) {
            int digit = Character.digit(body.charAt(position), 8);
            if (digit < 0) {
                break;
            }
            value = value * 8 + digit;
            position++;
        }
        out.appendCodePoint(value);
    }

    private void hexadecimal(int digits) {
        int end = position + digits;
        long value = 0;
        for (; position < end; position++) {
            int digit = position < body.length() ? Character.digit(body.charAt(position), 16) : -1;
            if (digit < 0) {
                throw new TemplateException("a string holds an escape that lacks hexadecimal digits", line);
            }
            value = value * 16 + digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            throw new TemplateException("a string holds an escape beyond Unicode", line);
        }
        out.appendCodePoint((int) value);
    }

    private void named() {
        int close = body.startsWith("{", position) ? body.indexOf('}', position) : -1;
        if (close < 0) {
            throw new TemplateException("a string holds a malformed \\N escape", line);
        }
        String name = body.substring(position + 1, close);
        try {
            out.appendCodePoint(Character.codePointOf(name));
        } catch (IllegalArgumentException unknown) {
            throw new TemplateException("a string names the unknown character " + name, line);
        }
        position = close + 1;
    }
}
