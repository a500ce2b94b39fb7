package luthier.core.data.jinja;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Equality, order and membership as Python has them.
final class Comparison {
    private Comparison() {}

    static boolean equal(Object left, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.equal(left, right);
        }
        return switch (left) {
            case Undefined _ -> right instanceof Undefined;
            case Tuple(List<Object> items) -> right instanceof Tuple other && sameItems(items, other.items());
            case List<?> list ->
                right instanceof List<?> other
                        && list instanceof Range == other instanceof Range
                        && sameItems(list, other);
            case Map<?, ?> dict -> right instanceof Map<?, ?> other && sameEntries(dict, other);
            default -> left.equals(right);
        };
    }

    private static boolean sameItems(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        for (Object item : left) {
            if (!equal(item, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream().allMatch(entry -> {
                    Object other = Dicts.find(right, entry.getKey());
                    return other != null && equal(entry.getValue(), other);
                });
    }

    static boolean holds(Object left, String operator, Object right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "in" -> contains(right, left);
            case "not in" -> !contains(right, left);
            default -> ordered(left, operator, right);
        };
    }

    private static boolean ordered(Object left, String operator, Object right) {
        if (isNotANumber(left) || isNotANumber(right)) {
            return false;
        }
        int order = compare(left, operator, right);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean isNotANumber(Object value) {
        return value instanceof Double real && real.isNaN();
    }

    /// @param operator for the message when the two have no order
    static int compare(Object left, String operator, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right);
        }
        if (left instanceof String first && right instanceof String second) {
            return compareText(first, second);
        }
        if (left instanceof Tuple first && right instanceof Tuple second) {
            return compareItems(first.items(), operator, second.items());
        }
        if (left instanceof List<?> first
                && right instanceof List<?> second
                && !(left instanceof Range)
                && !(right instanceof Range)) {
            return compareItems(first, operator, second);
        }
        Operators.requireDefined(left, right);
        throw new TemplateException("'" + operator + "' not supported between instances of '" + PythonType.of(left)
                + "' and '" + PythonType.of(right) + "'");
    }

    /// By code points, which differs from Java's order beyond the basic plane.
    private static int compareText(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int at = 0; at < common; ) {
            int first = left.codePointAt(at);
            int second = right.codePointAt(at);
            if (first != second) {
                return Integer.compare(first, second);
            }
            at += Character.charCount(first);
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int compareItems(List<?> left, String operator, List<?> right) {
        Iterator<?> others = right.iterator();
        for (Object item : left) {
            if (!others.hasNext()) {
                return 1;
            }
            Object other = others.next();
            if (!equal(item, other)) {
                return compare(item, operator, other);
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    static boolean contains(Object container, Object item) {
        if (container instanceof String text) {
            if (item instanceof String part) {
                return text.contains(part);
            }
            throw new TemplateException("'in <string>' requires string as left operand, not " + PythonType.of(item));
        }
        if (container instanceof Map<?, ?> dict) {
            return Dicts.find(dict, item) != null;
        }
        if (!Sequences.isIterable(container)) {
            throw new TemplateException("argument of type '" + PythonType.of(container) + "' is not iterable");
        }
        Iterator<Object> items = Sequences.iterate(container);
        while (items.hasNext()) {
            if (equal(items.next(), item)) {
                return true;
            }
        }
        return false;
    }

    /// A key under which equal values meet in a hash table.
    static Object hashKey(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1L : 0L;
            case Double real when real == Math.rint(real) && !real.isInfinite() -> Numbers.truncate(real);
            case BigInteger number -> number;
            case Tuple(List<Object> items) ->
                List.of(items.stream().map(Comparison::hashKey).toArray());
            case List<?> list when !(list instanceof Range) -> throw unhashable(value);
            case Map<?, ?> _ -> throw unhashable(value);
            default -> value;
        };
    }

    private static TemplateException unhashable(Object value) {
        return new TemplateException("unhashable type: '" + PythonType.of(value) + "'");
    }
}
