package luthier.core.data.jinja;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// How Python prints values: `str` for output, `repr` for what stands inside lists and dicts.
final class PythonText {
    private PythonText() {}

    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Undefined _ -> "";
            default -> repr(value);
        };
    }

    static String repr(Object value) {
        return switch (value) {
            case None _ -> "None";
            case Undefined _ -> "Undefined";
            case Boolean truth -> truth ? "True" : "False";
            case Double real -> real(real);
            case String text -> quoted(text);
            case Tuple(List<Object> items) ->
                items.size() == 1 ? "(" + repr(items.getFirst()) + ",)" : joined("(", items, ")");
            case Range range -> range.described();
            case List<?> list -> joined("[", list, "]");
            case Map<?, ?> dict -> dict(dict);
            case View view -> view.type() + "(" + joined("[", view.items(), "]") + ")";
            case Namespace namespace -> namespace.described();
            case Loop loop -> loop.described();
            case Lazy _ -> "<generator object>";
            case MacroFunction macro -> "<Macro '" + macro.name() + "'>";
            case Callable _ -> "<function>";
            default -> value.toString();
        };
    }

    private static String joined(String open, List<?> items, String close) {
        StringJoiner joiner = new StringJoiner(", ", open, close);
        items.forEach(item -> joiner.add(repr(item)));
        return joiner.toString();
    }

    private static String dict(Map<?, ?> dict) {
        StringJoiner joiner = new StringJoiner(", ", "{", "}");
        dict.forEach((key, value) -> joiner.add(repr(key) + ": " + repr(value)));
        return joiner.toString();
    }

    /// The shortest digits that give the same float; with an exponent below 1e-4 and from 1e16.
    static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (exponent < -4 || exponent >= 16) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                    + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        }
        String plain = shortest.toPlainString();
        return sign + (plain.contains(".") ? plain : plain + ".0");
    }

    /// Java never gives less than two digits, so that the smallest floats come out one digit too long.
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal single = digits.round(new MathContext(1));
        return single.doubleValue() == value ? single.stripTrailingZeros() : digits;
    }

    /// In single quotes, or in double quotes when that saves escaping a single one.
    static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (character == quote) {
                        out.append('\\').append(quote);
                    } else if (isPrintable(character)) {
                        out.appendCodePoint(character);
                    } else {
                        out.append(escaped(character));
                    }
                }
            }
        });
        return out.append(quote).toString();
    }

    private static String escaped(int character) {
        if (character < 0x100) {
            return "\\x%02x".formatted(character);
        }
        return character < 0x10000 ? "\\u%04x".formatted(character) : "\\U%08x".formatted(character);
    }

    private static boolean isPrintable(int character) {
        return character == ' '
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }
}
