package luthier.core.data.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What may stand behind `is`.
final class Tests {
    @FunctionalInterface
    interface Test {
        boolean test(Object value, Arguments arguments);
    }

    private static final Map<String, Test> ALL = all();

    private Tests() {}

    static Test named(String name) {
        Test test = ALL.get(name);
        if (test == null) {
            throw new TemplateException("No test named '" + name + "'.");
        }
        return test;
    }

    private static Map<String, Test> all() {
        Map<String, Test> tests = new HashMap<>();
        simple(tests, "defined", value -> !(value instanceof Undefined));
        simple(tests, "undefined", value -> value instanceof Undefined);
        simple(tests, "none", value -> value == None.NONE);
        simple(tests, "boolean", value -> value instanceof Boolean);
        simple(tests, "true", value -> value.equals(true));
        simple(tests, "false", value -> value.equals(false));
        simple(tests, "string", value -> value instanceof String);
        simple(tests, "mapping", value -> value instanceof Map);
        simple(tests, "number", Numbers::isNumber);
        simple(tests, "integer", value -> Numbers.isInteger(value) && !(value instanceof Boolean));
        simple(tests, "float", value -> value instanceof Double);
        simple(tests, "iterable", value -> Sequences.isIterable(value) || value instanceof Loop);
        simple(tests, "sequence", Tests::isSequence);
        simple(tests, "callable", value -> value instanceof Callable || value instanceof Undefined);
        simple(tests, "lower", value -> TextCase.isLower(PythonText.text(value)));
        simple(tests, "upper", value -> TextCase.isUpper(PythonText.text(value)));
        simple(tests, "filter", Filters::isKnown);
        simple(tests, "test", value -> value instanceof String name && ALL.containsKey(name));
        simple(tests, "odd", value -> Comparison.equal(rest(value, 2L), 1L));
        simple(tests, "even", value -> Comparison.equal(rest(value, 2L), 0L));
        tests.put(
                "divisibleby",
                (value, arguments) -> Comparison.equal(
                        rest(value, arguments.bind("divisibleby", 1, "num").value("num")), 0L));
        tests.put(
                "in",
                (value, arguments) ->
                        Comparison.contains(arguments.bind("in", 1, "seq").value("seq"), value));
        tests.put(
                "sameas",
                (value, arguments) ->
                        isSame(value, arguments.bind("sameas", 1, "other").value("other")));
        comparison(tests, "==", "eq", "equalto");
        comparison(tests, "!=", "ne");
        comparison(tests, "<", "lt", "lessthan");
        comparison(tests, "<=", "le");
        comparison(tests, ">", "gt", "greaterthan");
        comparison(tests, ">=", "ge");
        return Map.copyOf(tests);
    }

    private static void simple(Map<String, Test> tests, String name, Predicate<Object> predicate) {
        tests.put(name, (value, none) -> {
            none.none(name);
            return predicate.test(value);
        });
    }

    private static void comparison(Map<String, Test> tests, String operator, String... names) {
        Test test = (value, arguments) -> Comparison.holds(
                value, operator, arguments.bind(operator, 1, "other").value("other"));
        tests.put(operator, test);
        for (String name : names) {
            tests.put(name, test);
        }
    }

    private static Object rest(Object value, Object divisor) {
        return Operators.binary(value, "%", divisor);
    }

    /// Has a length and can be indexed, which a dict can by its keys.
    private static boolean isSequence(Object value) {
        return value instanceof String
                || value instanceof List
                || value instanceof Map
                || value instanceof Tuple
                || value instanceof Undefined;
    }

    /// Identity; numbers and texts have none here, so those of one type and value count as one.
    private static boolean isSame(Object value, Object other) {
        boolean plain = value instanceof String || Numbers.isNumber(value);
        return plain ? value.getClass() == other.getClass() && value.equals(other) : value == other;
    }
}
