package luthier.core.catalog;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.run.InvalidField;

/// Turns one plain JSON value into what a record component takes.
final class SettingValue {
    private SettingValue() {}

    /// @throws InvalidField when the value is of another kind
    static Object convert(RecordComponent component, Object value, String path) {
        String field = path + "." + component.getName();
        String type = component.getGenericType().getTypeName();
        return switch (type) {
            case "int" -> integer(value, field);
            case "double" -> decimal(value, field);
            case "boolean" -> value instanceof Boolean ? value : refuse(value, field, "true or false");
            case "java.lang.String" -> value instanceof String ? value : refuse(value, field, "text");
            case "java.util.List<java.lang.String>" -> texts(value, field);
            case "java.util.Map<java.lang.String, java.lang.Integer>" -> {
                Map<String, Integer> numbers = new LinkedHashMap<>();
                members(value, field).forEach((key, each) -> numbers.put(key, integer(each, field + "." + key)));
                yield Collections.unmodifiableMap(numbers);
            }
            case "java.util.Map<java.lang.String, java.lang.Double>" -> {
                Map<String, Double> numbers = new LinkedHashMap<>();
                members(value, field).forEach((key, each) -> numbers.put(key, decimal(each, field + "." + key)));
                yield Collections.unmodifiableMap(numbers);
            }
            default ->
                throw new IllegalStateException(field + " has the type " + type + ", which settings cannot have");
        };
    }

    private static Integer integer(Object value, String field) {
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && Math.abs(number.doubleValue()) <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw wrong(value, field, "a whole number below 2147483648");
    }

    private static Double decimal(Object value, String field) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(value, field, "a number");
    }

    /// A single text stands for a list of one.
    private static List<String> texts(Object value, String field) {
        if (value instanceof String text) {
            return List.of(text);
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(value, field, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof String text)) {
                throw wrong(each, field + "[" + texts.size() + "]", "text");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    private static Map<String, Object> members(Object value, String field) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(value, field, "an object of patterns and numbers");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, each) -> members.put(String.valueOf(key), each));
        return members;
    }

    private static Object refuse(Object value, String field, String expected) {
        throw wrong(value, field, expected);
    }

    private static InvalidField wrong(Object value, String field, String expected) {
        String given = switch (value) {
            case null -> "null";
            case String text -> "the text `" + text + "`";
            case Number number -> "the number " + number;
            case Boolean flag -> flag.toString();
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "an object";
            default -> value.getClass().getSimpleName();
        };
        return new InvalidField(field, "must be " + expected + ", not " + given);
    }
}
