package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luthier.core.data.jinja.Filters.Filter;

/// Filters over lists and other things to walk through.
final class SequenceFilters {
    static final Map<String, Filter> ALL = Map.ofEntries(
            Map.entry("length", SequenceFilters::length),
            Map.entry("count", SequenceFilters::length),
            Map.entry("list", (value, _) -> Sequences.list(value)),
            Map.entry("first", SequenceFilters::first),
            Map.entry("last", SequenceFilters::last),
            Map.entry("join", SequenceFilters::join),
            Map.entry("reverse", SequenceFilters::reverse),
            Map.entry("unique", SequenceFilters::unique),
            Map.entry("batch", SequenceFilters::batch),
            Map.entry("items", SequenceFilters::items),
            Map.entry("sum", SequenceFilters::sum),
            Map.entry("default", SequenceFilters::otherwise),
            Map.entry("d", SequenceFilters::otherwise));

    private SequenceFilters() {}

    private static Object length(Object value, Arguments none) {
        none.none("length");
        return (long) Sequences.length(value);
    }

    private static Object first(Object value, Arguments none) {
        none.none("first");
        Iterator<Object> items = Sequences.iterate(value);
        return items.hasNext() ? items.next() : new Undefined("No first item, sequence was empty.");
    }

    private static Object last(Object value, Arguments none) {
        none.none("last");
        if (value instanceof Lazy) {
            throw new TemplateException("'generator' object is not reversible");
        }
        List<Object> items = Sequences.list(value);
        return items.isEmpty() ? new Undefined("No last item, sequence was empty.") : items.getLast();
    }

    private static Object join(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("join", 0, "d", "attribute");
        Stream<Object> items = Sequences.stream(value);
        Object attribute = bound.orNull("attribute");
        if (attribute != null) {
            items = items.map(AttributePath.of(attribute));
        }
        return items.map(PythonText::text).collect(Collectors.joining(PythonText.text(bound.or("d", ""))));
    }

    private static Object reverse(Object value, Arguments none) {
        none.none("reverse");
        if (value instanceof String text) {
            return new StringBuilder(text).reverse().toString();
        }
        List<Object> items = Sequences.list(value);
        Collections.reverse(items);
        return value instanceof Lazy ? items : new Lazy(items.iterator());
    }

    private static Object unique(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("unique", 0, "case_sensitive", "attribute");
        UnaryOperator<Object> key = AttributePath.sortKey(bound);
        Set<Object> seen = new HashSet<>();
        return Lazy.of(Sequences.stream(value).filter(item -> seen.add(Comparison.hashKey(key.apply(item)))));
    }

    private static Object batch(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("batch", 1, "linecount", "fill_with");
        int size = Numbers.index(bound.value("linecount"));
        Object filling = bound.orNull("fill_with");
        List<Object> batches = new ArrayList<>();
        List<Object> batch = new ArrayList<>();
        for (Object item : Sequences.list(value)) {
            if (batch.size() == size) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            while (filling != null && batch.size() < size) {
                batch.add(filling);
            }
            batches.add(batch);
        }
        return new Lazy(batches.iterator());
    }

    private static Object items(Object value, Arguments none) {
        none.none("items");
        if (value instanceof Undefined) {
            return new Lazy(Collections.emptyIterator());
        }
        if (!(value instanceof Map<?, ?> dict)) {
            throw new TemplateException("Can only get item pairs from a mapping.");
        }
        return new Lazy(CollectionMethods.pairs(dict).iterator());
    }

    private static Object sum(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("sum", 0, "attribute", "start");
        Object attribute = bound.orNull("attribute");
        UnaryOperator<Object> getter = attribute == null ? UnaryOperator.identity() : AttributePath.of(attribute);
        Object total = bound.or("start", 0L);
        if (total instanceof String) {
            throw new TemplateException("sum() can't sum strings [use ''.join(seq) instead]");
        }
        for (Object item : Sequences.list(value)) {
            total = Operators.binary(total, "+", getter.apply(item));
        }
        return total;
    }

    private static Object otherwise(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("default", 0, "default_value", "boolean");
        boolean absent = value instanceof Undefined || (bound.flag("boolean", false) && !Truth.of(value));
        return absent ? bound.or("default_value", "") : value;
    }
}
