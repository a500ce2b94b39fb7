package luthier.core.data.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Arithmetic on Python's numbers: `int` is a [Long] or, beyond its range, a [BigInteger]; `bool` counts as 0 or 1.
final class Numbers {
    private static final int LARGEST_BITS = 100_000;

    private Numbers() {}

    static boolean isNumber(Object value) {
        return value instanceof Double || isInteger(value);
    }

    /// Whether Python calls it an `int`, which `bool` is too.
    static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
    }

    static Object shrink(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
    }

    static BigInteger big(Object integer) {
        return switch (integer) {
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            case Long number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            default -> throw new IllegalArgumentException("not an integer: " + integer);
        };
    }

    static double real(Object number) {
        return number instanceof Double real ? real : big(number).doubleValue();
    }

    /// An index, a count, a width.
    static int index(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (!isInteger(value)) {
            throw new TemplateException("'" + PythonType.of(value) + "' object cannot be interpreted as an integer");
        }
        BigInteger number = big(value);
        if (number.bitLength() >= Integer.SIZE) {
            return number.signum() < 0 ? Integer.MIN_VALUE + 1 : Integer.MAX_VALUE;
        }
        return number.intValue();
    }

    static int compare(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            double first = real(left);
            double second = real(right);
            return first < second ? -1 : first > second ? 1 : 0;
        }
        return big(left).compareTo(big(right));
    }

    static boolean equal(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return real(left) == real(right);
        }
        return big(left).equals(big(right));
    }

    static Object binary(Object left, String operator, Object right) {
        if (operator.equals("/")) {
            return divide(real(left), real(right), "division by zero");
        }
        return left instanceof Double || right instanceof Double
                ? reals(real(left), operator, real(right))
                : integers(big(left), operator, big(right));
    }

    private static double divide(double left, double right, String problem) {
        if (right == 0) {
            throw new TemplateException(problem);
        }
        return left / right;
    }

    private static Object reals(double left, String operator, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "//" -> Math.floor(divide(left, right, "float floor division by zero"));
            case "%" -> {
                divide(left, right, "float modulo");
                double rest = left % right;
                yield rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest;
            }
            case "**" -> Math.pow(left, right);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Object integers(BigInteger left, String operator, BigInteger right) {
        return switch (operator) {
            case "+" -> shrink(left.add(right));
            case "-" -> shrink(left.subtract(right));
            case "*" -> shrink(left.multiply(right));
            case "//" -> shrink(left.subtract(floorRest(left, right)).divide(right));
            case "%" -> shrink(floorRest(left, right));
            case "**" -> power(left, right);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /// The remainder with the divisor's sign.
    private static BigInteger floorRest(BigInteger left, BigInteger right) {
        if (right.signum() == 0) {
            throw new TemplateException("integer division or modulo by zero");
        }
        BigInteger rest = left.remainder(right);
        return rest.signum() != 0 && rest.signum() != right.signum() ? rest.add(right) : rest;
    }

    private static Object power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            if (base.signum() == 0) {
                throw new TemplateException("0.0 cannot be raised to a negative power");
            }
            return Math.pow(base.doubleValue(), exponent.doubleValue());
        }
        if (exponent.bitLength() > 31 || (long) base.bitLength() * exponent.intValue() > LARGEST_BITS) {
            throw new TemplateException("the power of two integers is too large");
        }
        return shrink(base.pow(exponent.intValue()));
    }

    static Object negative(Object number) {
        return number instanceof Double real
                ? (Object) (-real)
                : shrink(big(number).negate());
    }

    static Object positive(Object number) {
        return number instanceof Double ? number : shrink(big(number));
    }

    /// The integer part.
    static Object truncate(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new TemplateException("cannot convert float " + PythonText.real(value) + " to integer");
        }
        return shrink(new BigDecimal(value).toBigInteger());
    }

    /// Python's `float(text)`, null when it is no number.
    static @Nullable Double parseReal(String text) {
        String plain =
                Whitespace.stripRight(text.substring(Whitespace.skip(text, 0))).toLowerCase(Locale.ROOT);
        String digits = plain.replaceAll("(?<=\\d)_(?=\\d)", "");
        if (digits.matches("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?")) {
            return Double.valueOf(digits);
        }
        return switch (digits) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> null;
        };
    }

    /// Python's `int(text, base)`, null when it is no integer.
    static @Nullable Object parseInteger(String text, int base) {
        String plain =
                Whitespace.stripRight(text.substring(Whitespace.skip(text, 0))).toLowerCase(Locale.ROOT);
        boolean negative = plain.startsWith("-");
        String digits = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        String prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
        if (!prefix.isEmpty() && digits.startsWith(prefix)) {
            digits = digits.substring(2);
        }
        digits = digits.replaceAll("(?<=\\w)_(?=\\w)", "");
        if (digits.isEmpty()
                || base < 2
                || base > Character.MAX_RADIX
                || !digits.chars().allMatch(digit -> Character.digit(digit, base) >= 0)) {
            return null;
        }
        BigInteger value = new BigInteger(digits, base);
        return shrink(negative ? value.negate() : value);
    }
}
