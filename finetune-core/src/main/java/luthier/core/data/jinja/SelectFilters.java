package luthier.core.data.jinja;

import java.util.Collections;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import luthier.core.data.jinja.Filters.Filter;

/// `map` and the four filters that pick items by a test.
final class SelectFilters {
    static final Map<String, Filter> ALL = Map.of(
            "map", SelectFilters::map,
            "select", (value, arguments) -> pick(value, arguments, false, true),
            "reject", (value, arguments) -> pick(value, arguments, false, false),
            "selectattr", (value, arguments) -> pick(value, arguments, true, true),
            "rejectattr", (value, arguments) -> pick(value, arguments, true, false));

    private SelectFilters() {}

    private static Object map(Object value, Arguments arguments) {
        if (!Truth.of(value)) {
            return new Lazy(Collections.emptyIterator());
        }
        return Lazy.of(Sequences.stream(value).map(mapping(arguments)));
    }

    private static UnaryOperator<Object> mapping(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            if (!arguments.named().containsKey("attribute")) {
                throw new TemplateException("map requires a filter argument");
            }
            Arguments.Bound bound = arguments.bind("map", 0, "attribute", "default");
            return AttributePath.of(bound.or("attribute", ""), bound.orNull("default"));
        }
        String name = PythonText.text(arguments.positional().getFirst());
        Arguments rest = arguments.after(1);
        return item -> Filters.named(name).apply(item, rest);
    }

    private static Object pick(Object value, Arguments arguments, boolean byAttribute, boolean wanted) {
        if (!Truth.of(value)) {
            return new Lazy(Collections.emptyIterator());
        }
        if (byAttribute && arguments.positional().isEmpty()) {
            throw new TemplateException("Missing parameter for attribute name");
        }
        UnaryOperator<Object> getter =
                byAttribute ? AttributePath.of(arguments.positional().getFirst()) : UnaryOperator.identity();
        Predicate<Object> test = test(byAttribute ? arguments.after(1) : arguments);
        return Lazy.of(Sequences.stream(value).filter(item -> test.test(getter.apply(item)) == wanted));
    }

    /// The test that the arguments name, or truth.
    private static Predicate<Object> test(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            return Truth::of;
        }
        String name = PythonText.text(arguments.positional().getFirst());
        Arguments rest = arguments.after(1);
        return item -> Tests.named(name).test(item, rest);
    }
}
