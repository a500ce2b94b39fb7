package luthier.core.data.jinja;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One name, literal or operator inside a tag.
record Lexeme(Token.Kind kind, Object value, int end) {
    private static final Pattern FLOAT = Pattern.compile(
            "(?<!\\.)(?:\\d+_)*\\d+(?:(?:\\.(?:\\d+_)*\\d+)?e[+\\-]?(?:\\d+_)*\\d+|\\.(?:\\d+_)*\\d+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile(
            "0b(?:_?[0-1])+|0o(?:_?[0-7])+|0x(?:_?[\\da-f])+|[1-9](?:_?\\d)*|0(?:_?0)*", Pattern.CASE_INSENSITIVE);
    /// Longer ones first.
    private static final List<String> OPERATORS = List.of(
            "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<",
            "=", ".", ":", "|", ",", ";");

    static Lexeme at(String source, int position, int line) {
        char first = source.charAt(position);
        if (first >= '0' && first <= '9') {
            return number(source, position);
        }
        if (Character.isUnicodeIdentifierStart(source.codePointAt(position)) || first == '_') {
            return name(source, position);
        }
        if (first == '\'' || first == '"') {
            return string(source, position, line);
        }
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, position)) {
                return new Lexeme(Token.Kind.OPERATOR, operator, position + operator.length());
            }
        }
        throw new TemplateException(
                "unexpected character '" + Character.toString(source.codePointAt(position)) + "'", line);
    }

    private static Lexeme number(String source, int position) {
        Matcher real = FLOAT.matcher(source).region(position, source.length()).useTransparentBounds(true);
        if (real.lookingAt()) {
            double value = Double.parseDouble(real.group().replace("_", ""));
            return new Lexeme(Token.Kind.NUMBER, value, real.end());
        }
        Matcher whole = INTEGER.matcher(source).region(position, source.length());
        if (!whole.lookingAt()) {
            throw new IllegalStateException("a digit begins no number");
        }
        return new Lexeme(Token.Kind.NUMBER, integer(whole.group().replace("_", "")), whole.end());
    }

    private static Object integer(String digits) {
        int radix = digits.length() < 3
                ? 10
                : switch (Character.toLowerCase(digits.charAt(1))) {
                    case 'x' -> 16;
                    case 'o' -> 8;
                    case 'b' -> 2;
                    default -> 10;
                };
        return Numbers.shrink(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
    }

    private static Lexeme name(String source, int position) {
        int end = position;
        while (end < source.length()) {
            int character = source.codePointAt(end);
            if (!Character.isUnicodeIdentifierPart(character) || Character.isIdentifierIgnorable(character)) {
                break;
            }
            end += Character.charCount(character);
        }
        return new Lexeme(Token.Kind.NAME, source.substring(position, end), end);
    }

    private static Lexeme string(String source, int position, int line) {
        char quote = source.charAt(position);
        int end = position + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw new TemplateException("the string that begins here is never closed", line);
        }
        return new Lexeme(Token.Kind.STRING, StringEscapes.decode(source.substring(position + 1, end), line), end + 1);
    }
}
