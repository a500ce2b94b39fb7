package luthier.core.data.jinja;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import luthier.core.data.jinja.Filters.Filter;

/// Filters that sort or look for an extreme.
final class OrderFilters {
    static final Map<String, Filter> ALL = Map.of(
            "sort",
            OrderFilters::sort,
            "dictsort",
            OrderFilters::dictSort,
            "min",
            (value, arguments) -> extreme(value, arguments, "min"),
            "max",
            (value, arguments) -> extreme(value, arguments, "max"));

    private OrderFilters() {}

    private static Comparator<Object> by(UnaryOperator<Object> key, boolean reversed) {
        Comparator<Object> order = (left, right) -> Comparison.compare(key.apply(left), "<", key.apply(right));
        return reversed ? order.reversed() : order;
    }

    private static Object sort(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("sort", 0, "reverse", "case_sensitive", "attribute");
        boolean caseSensitive = bound.flag("case_sensitive", false);
        Object attribute = bound.orNull("attribute");
        List<UnaryOperator<Object>> getters = switch (attribute) {
            case null -> List.of(UnaryOperator.identity());
            case String paths ->
                Stream.of(paths.split(",", -1)).map(AttributePath::of).toList();
            default -> List.of(AttributePath.of(attribute));
        };
        UnaryOperator<Object> key = item -> getters.stream()
                .map(getter -> AttributePath.folded(getter.apply(item), caseSensitive))
                .toList();
        List<Object> items = Sequences.list(value);
        items.sort(by(key, bound.flag("reverse", false)));
        return items;
    }

    private static Object dictSort(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("dictsort", 0, "case_sensitive", "by", "reverse");
        Operators.requireDefined(value);
        if (!(value instanceof Map<?, ?> dict)) {
            throw new TemplateException("'" + PythonType.of(value) + "' object has no attribute 'items'");
        }
        int position = switch (PythonText.text(bound.or("by", "key"))) {
            case "key" -> 0;
            case "value" -> 1;
            default -> throw new TemplateException("You can only sort by either \"key\" or \"value\"");
        };
        boolean caseSensitive = bound.flag("case_sensitive", false);
        UnaryOperator<Object> key =
                pair -> AttributePath.folded(((Tuple) pair).items().get(position), caseSensitive);
        List<Object> pairs = CollectionMethods.pairs(dict);
        pairs.sort(by(key, bound.flag("reverse", false)));
        return pairs;
    }

    private static Object extreme(Object value, Arguments arguments, String name) {
        UnaryOperator<Object> key = AttributePath.sortKey(arguments.bind(name, 0, "case_sensitive", "attribute"));
        List<Object> items = Sequences.list(value);
        if (items.isEmpty()) {
            return new Undefined("No aggregated item, sequence was empty.");
        }
        Comparator<Object> order = by(key, name.equals("max"));
        Object best = items.getFirst();
        for (Object item : items.subList(1, items.size())) {
            if (order.compare(item, best) < 0) {
                best = item;
            }
        }
        return best;
    }
}
