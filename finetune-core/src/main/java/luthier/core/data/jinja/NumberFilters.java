package luthier.core.data.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import luthier.core.data.jinja.Filters.Filter;

/// Filters that make or change numbers.
final class NumberFilters {
    static final Map<String, Filter> ALL = Map.of(
            "int", NumberFilters::integer,
            "float", NumberFilters::real,
            "abs", NumberFilters::absolute,
            "round", NumberFilters::round);

    private NumberFilters() {}

    private static Object integer(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("int", 0, "default", "base");
        Operators.requireDefined(value);
        Object otherwise = bound.or("default", 0L);
        if (Numbers.isInteger(value)) {
            return Numbers.positive(value);
        }
        Double real = null;
        if (value instanceof String text) {
            Object whole = Numbers.parseInteger(text, bound.integer("base", 10));
            if (whole != null) {
                return whole;
            }
            real = Numbers.parseReal(text);
        } else if (value instanceof Double given) {
            real = given;
        }
        return real == null || real.isNaN() || real.isInfinite() ? otherwise : Numbers.truncate(real);
    }

    private static Object real(Object value, Arguments arguments) {
        Object otherwise = arguments.bind("float", 0, "default").or("default", 0.0);
        Operators.requireDefined(value);
        if (Numbers.isNumber(value)) {
            return Numbers.real(value);
        }
        Double parsed = value instanceof String text ? Numbers.parseReal(text) : null;
        return parsed == null ? otherwise : parsed;
    }

    private static Object absolute(Object value, Arguments none) {
        none.none("abs");
        Operators.requireDefined(value);
        if (!Numbers.isNumber(value)) {
            throw new TemplateException("bad operand type for abs(): '" + PythonType.of(value) + "'");
        }
        if (value instanceof Double real) {
            return Math.abs(real);
        }
        return Numbers.shrink(Numbers.big(value).abs());
    }

    private static Object round(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("round", 0, "precision", "method");
        Operators.requireDefined(value);
        if (!Numbers.isNumber(value)) {
            throw new TemplateException("type " + PythonType.of(value) + " doesn't define __round__ method");
        }
        int precision = bound.integer("precision", 0);
        return switch (PythonText.text(bound.or("method", "common"))) {
            case "common" -> halfEven(value, precision);
            case "ceil" -> scaled(value, precision, true);
            case "floor" -> scaled(value, precision, false);
            default -> throw new TemplateException("method must be common, ceil or floor");
        };
    }

    /// An integer stays one; a float is rounded by its exact binary value.
    private static Object halfEven(Object value, int precision) {
        if (value instanceof Double real) {
            return real.isNaN() || real.isInfinite()
                    ? real
                    : keepSign(real, new BigDecimal(real).setScale(precision, RoundingMode.HALF_EVEN));
        }
        BigDecimal whole = new BigDecimal(Numbers.big(value));
        return Numbers.shrink(
                whole.setScale(Math.min(precision, 0), RoundingMode.HALF_EVEN).toBigInteger());
    }

    private static double keepSign(double original, BigDecimal rounded) {
        return Math.copySign(rounded.doubleValue(), original);
    }

    private static Object scaled(Object value, int precision, boolean up) {
        double scale = Math.pow(10, precision);
        double moved = Numbers.real(value) * scale;
        // Python's rounding gives an integer here, which knows no negative zero
        return ((up ? Math.ceil(moved) : Math.floor(moved)) + 0.0) / scale;
    }
}
