package luthier.core.data.jinja;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands behind the colon of a replacement field: `[[fill]align][sign][#][0][width][,][.precision][type]`.
final class FormatSpec {
    private static final Pattern SPEC = Pattern.compile(
            "(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([a-zA-Z%])?", Pattern.DOTALL);

    private final Object value;
    private final Matcher spec;

    private FormatSpec(Object value, Matcher spec) {
        this.value = value;
        this.spec = spec;
    }

    static String apply(Object value, String spec) {
        if (spec.isEmpty()) {
            return PythonText.text(value);
        }
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw new TemplateException("Invalid format specifier '" + spec + "'");
        }
        FormatSpec format = new FormatSpec(value, matcher);
        if (value instanceof String text) {
            return format.text(text);
        }
        Operators.requireDefined(value);
        if (!Numbers.isNumber(value)) {
            throw new TemplateException("unsupported format string passed to " + PythonType.of(value) + ".__format__");
        }
        return format.number();
    }

    private int count(int group, int absent) {
        String digits = spec.group(group);
        return digits == null || !(Numbers.parseInteger(digits, 10) instanceof Long count)
                ? absent
                : Numbers.index(count);
    }

    private char type(char absent) {
        String type = spec.group(9);
        return type == null ? absent : type.charAt(0);
    }

    private TemplateException unknownType() {
        return new TemplateException(
                "Unknown format code '" + type(' ') + "' for object of type '" + PythonType.of(value) + "'");
    }

    private String padded(String sign, String digits, char align) {
        boolean zeros = spec.group(5) != null;
        @Nullable String given = spec.group(2);
        char fill = spec.group(1) != null ? spec.group(1).charAt(0) : zeros ? '0' : ' ';
        char alignment = given != null ? given.charAt(0) : zeros && align == '>' ? '=' : align;
        return NumberText.padded(sign, digits, count(6, 0), fill, alignment);
    }

    private String text(String text) {
        if (type('s') != 's') {
            throw unknownType();
        }
        int most = count(8, Integer.MAX_VALUE);
        return padded(
                "", Sequences.length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)), '<');
    }

    private String number() {
        boolean negative = Numbers.compare(value, 0L) < 0 || (value instanceof Double real && 1 / real < 0);
        String wanted = spec.group(3);
        String sign = negative ? "-" : wanted == null || wanted.equals("-") ? "" : wanted;
        char type = type(value instanceof Double ? ' ' : 'd');
        String digits = switch (type) {
            case ' ' -> shortest(Numbers.real(value));
            case 'd', 'n' -> integer(10, "");
            case 'x' -> integer(16, "0x");
            case 'X' -> TextCase.upper(integer(16, "0x"));
            case 'o' -> integer(8, "0o");
            case 'b' -> integer(2, "0b");
            case 'f', 'F', 'e', 'E', 'g', 'G' ->
                NumberText.real(Numbers.real(value), type, count(8, 6), spec.group(4) != null);
            case '%' -> NumberText.real(Numbers.real(value) * 100, 'f', count(8, 6), false) + "%";
            default -> throw unknownType();
        };
        return padded(sign, grouped(digits), '>');
    }

    private String integer(int radix, String prefix) {
        if (value instanceof Double) {
            throw unknownType();
        }
        if (spec.group(8) != null) {
            throw new TemplateException("Precision not allowed in integer format specifier");
        }
        return (spec.group(4) == null ? "" : prefix) + Numbers.big(value).abs().toString(radix);
    }

    private String shortest(double real) {
        if (spec.group(8) == null) {
            return PythonText.real(Math.abs(real));
        }
        String text = NumberText.real(real, 'g', count(8, 6), false);
        return text.matches("\\d+") ? text + ".0" : text;
    }

    private String grouped(String digits) {
        String separator = spec.group(7);
        if (separator == null) {
            return digits;
        }
        int whole = 0;
        while (whole < digits.length() && Character.isDigit(digits.charAt(whole))) {
            whole++;
        }
        return digits.substring(0, whole).replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", separator) + digits.substring(whole);
    }
}
