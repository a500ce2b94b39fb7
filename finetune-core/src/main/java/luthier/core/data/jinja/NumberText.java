package luthier.core.data.jinja;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// The digits of a number in the notations of `printf`, without sign and padding.
final class NumberText {
    private static final int LARGEST_PRECISION = 10_000;

    private NumberText() {}

    /// @param type one of `f`, `e`, `g` and their capitals
    /// @param alternate keeps the zeros that `g` drops
    static String real(double value, char type, int precision, boolean alternate) {
        if (precision > LARGEST_PRECISION) {
            throw new TemplateException("a number is to be printed with " + precision + " digits");
        }
        String text;
        double magnitude = Math.abs(value);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            text = Double.isNaN(value) ? "nan" : "inf";
        } else {
            text = switch (Character.toLowerCase(type)) {
                case 'f' -> fixed(magnitude, precision);
                case 'e' -> scientific(magnitude, precision);
                case 'g' -> general(magnitude, Math.max(1, precision), alternate);
                default -> throw new IllegalArgumentException("no notation: " + type);
            };
        }
        return Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = value == 0 ? 0 : digits.length() - 1 - rounded.scale();
        String padded = digits + "0".repeat(Math.max(0, decimals + 1 - digits.length()));
        String fraction = decimals == 0 ? "" : "." + padded.substring(1, decimals + 1);
        return padded.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String general(double value, int digits, boolean alternate) {
        String scientific = scientific(value, digits - 1);
        int mark = scientific.indexOf('e');
        int exponent = Integer.parseInt(scientific.substring(mark + 1));
        if (exponent < -4 || exponent >= digits) {
            String mantissa = scientific.substring(0, mark);
            return (alternate ? mantissa : trimmed(mantissa)) + scientific.substring(mark);
        }
        String fixed = fixed(value, digits - 1 - exponent);
        return alternate ? fixed : trimmed(fixed);
    }

    private static String trimmed(String digits) {
        return digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
    }

    /// @param sign of the number, empty without
    static String padded(String sign, String digits, int width, char fill, char align) {
        int missing = width - sign.length() - Sequences.length(digits);
        if (missing <= 0) {
            return sign + digits;
        }
        if (missing > 1_000_000) {
            throw new TemplateException("a value is to be filled up to more than a million characters");
        }
        String filling = Character.toString(fill).repeat(missing);
        return switch (align) {
            case '<' -> sign + digits + filling;
            case '^' -> filling.substring(0, missing / 2) + sign + digits + filling.substring(missing / 2);
            case '=' -> sign + filling + digits;
            default -> filling + sign + digits;
        };
    }
}
