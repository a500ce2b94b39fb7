package luthier.core.data.jinja;

import java.util.HashMap;
import java.util.Map;

/// The filters by name.
final class Filters {
    /// What stands behind a bar.
    @FunctionalInterface
    interface Filter {
        Object apply(Object value, Arguments arguments);
    }

    private static final Map<String, Filter> ALL = all();

    private Filters() {}

    private static Map<String, Filter> all() {
        Map<String, Filter> filters = new HashMap<>();
        filters.putAll(TextFilters.ALL);
        filters.putAll(NumberFilters.ALL);
        filters.putAll(SequenceFilters.ALL);
        filters.putAll(OrderFilters.ALL);
        filters.putAll(SelectFilters.ALL);
        filters.put("tojson", ToJson::filter);
        return Map.copyOf(filters);
    }

    static Filter named(String name) {
        Filter filter = ALL.get(name);
        if (filter == null) {
            throw new TemplateException("No filter named '" + name + "'.");
        }
        return filter;
    }

    static boolean isKnown(Object name) {
        return name instanceof String text && ALL.containsKey(text);
    }
}
