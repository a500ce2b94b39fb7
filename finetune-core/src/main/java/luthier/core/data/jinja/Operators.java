package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;

/// `+ - * / // % **` and the signs.
final class Operators {
    /// No prompt comes near it; a template that does is stopped before it fills the memory.
    private static final long LARGEST_REPEAT = 1L << 26;

    private Operators() {}

    static void requireDefined(Object... operands) {
        for (Object operand : operands) {
            if (operand instanceof Undefined undefined) {
                throw undefined.failure();
            }
        }
    }

    static Object binary(Object left, String operator, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.binary(left, operator, right);
        }
        if (operator.equals("%") && left instanceof String format) {
            return PercentFormat.format(format, right);
        }
        requireDefined(left, right);
        if (operator.equals("+")) {
            return add(left, right);
        }
        if (operator.equals("*")) {
            if (Numbers.isInteger(right) && isRepeatable(left)) {
                return repeat(left, Numbers.index(right));
            }
            if (Numbers.isInteger(left) && isRepeatable(right)) {
                return repeat(right, Numbers.index(left));
            }
        }
        throw unsupported(left, operator, right);
    }

    private static Object add(Object left, Object right) {
        if (left instanceof String first && right instanceof String second) {
            return first.concat(second);
        }
        if (isPlainList(left) && isPlainList(right)) {
            return joined((List<?>) left, (List<?>) right);
        }
        if (left instanceof Tuple first && right instanceof Tuple second) {
            return new Tuple(joined(first.items(), second.items()));
        }
        if (left instanceof String) {
            throw new TemplateException("can only concatenate str (not \"" + PythonType.of(right) + "\") to str");
        }
        throw unsupported(left, "+", right);
    }

    private static boolean isPlainList(Object value) {
        return value instanceof List<?> && !(value instanceof Range);
    }

    private static List<Object> joined(List<?> first, List<?> second) {
        List<Object> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    private static boolean isRepeatable(Object value) {
        return value instanceof String || isPlainList(value) || value instanceof Tuple;
    }

    private static Object repeat(Object value, int times) {
        int count = Math.max(times, 0);
        long size = value instanceof String text ? text.length() : Sequences.length(value);
        if (size * count > LARGEST_REPEAT) {
            throw new TemplateException("the repetition of a value is too large");
        }
        if (value instanceof String text) {
            return text.repeat(count);
        }
        List<Object> once = Sequences.list(value);
        List<Object> all = new ArrayList<>();
        for (int turn = 0; turn < count; turn++) {
            all.addAll(once);
        }
        return value instanceof Tuple ? new Tuple(all) : all;
    }

    private static TemplateException unsupported(Object left, String operator, Object right) {
        return new TemplateException("unsupported operand type(s) for " + operator + ": '" + PythonType.of(left)
                + "' and '" + PythonType.of(right) + "'");
    }

    static Object signed(Object operand, boolean negative) {
        requireDefined(operand);
        if (!Numbers.isNumber(operand)) {
            throw new TemplateException(
                    "bad operand type for unary " + (negative ? "-" : "+") + ": '" + PythonType.of(operand) + "'");
        }
        return negative ? Numbers.negative(operand) : Numbers.positive(operand);
    }
}
