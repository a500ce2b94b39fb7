package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The methods of dicts and lists that change nothing.
final class CollectionMethods {
    private CollectionMethods() {}

    /// Key and value of each entry, in order.
    static List<Object> pairs(Map<?, ?> dict) {
        List<Object> pairs = new ArrayList<>(dict.size());
        dict.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
        return pairs;
    }

    static @Nullable Callable ofDict(Map<?, ?> dict, String name) {
        return switch (name) {
            case "get" -> arguments -> get(dict, arguments);
            case "items" ->
                none -> {
                    none.none(name);
                    return new View("dict_items", pairs(dict));
                };
            case "keys" ->
                none -> {
                    none.none(name);
                    return new View("dict_keys", new ArrayList<>(dict.keySet()));
                };
            case "values" ->
                none -> {
                    none.none(name);
                    return new View("dict_values", new ArrayList<>(dict.values()));
                };
            case "copy" ->
                none -> {
                    none.none(name);
                    return new LinkedHashMap<>(dict);
                };
            default -> null;
        };
    }

    private static Object get(Map<?, ?> dict, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("get", 1, "key", "default");
        Object value = Dicts.find(dict, bound.value("key"));
        return value == null ? bound.or("default", None.NONE) : value;
    }

    static @Nullable Callable ofList(List<?> list, String name) {
        return switch (name) {
            case "index" -> arguments -> index(list, arguments);
            case "count" ->
                arguments -> {
                    Object wanted = arguments.bind("count", 1, "value").value("value");
                    return list.stream()
                            .filter(item -> Comparison.equal(item, wanted))
                            .count();
                };
            case "copy" ->
                none -> {
                    none.none(name);
                    return new ArrayList<>(list);
                };
            default -> null;
        };
    }

    private static Object index(List<?> list, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("index", 1, "value", "start", "stop");
        Object wanted = bound.value("value");
        Slicing within = Slicing.of(new Members.Bounds(bound.orNull("start"), bound.orNull("stop"), null), list.size());
        for (int at = within.start(); at < within.start() + within.count(); at++) {
            if (Comparison.equal(list.get(at), wanted)) {
                return (long) at;
            }
        }
        throw new TemplateException(PythonText.repr(wanted) + " is not in list");
    }
}
