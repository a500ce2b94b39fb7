package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A way into a value such as `function.name` or `0.id`, as filters take it.
final class AttributePath {
    private AttributePath() {}

    static UnaryOperator<Object> of(Object path) {
        return of(path, null);
    }

    /// @param otherwise what stands in for an undefined step, null for nothing
    static UnaryOperator<Object> of(Object path, @Nullable Object otherwise) {
        List<Object> steps = steps(path);
        return value -> {
            Object reached = value;
            for (Object step : steps) {
                reached = Members.item(reached, step);
                if (otherwise != null && reached instanceof Undefined) {
                    reached = otherwise;
                }
            }
            return reached;
        };
    }

    private static List<Object> steps(Object path) {
        if (!(path instanceof String text)) {
            return List.of(path);
        }
        List<Object> steps = new ArrayList<>();
        for (String step : text.split("\\.", -1)) {
            Object number = TextCase.all(step, Character::isDigit) ? Numbers.parseInteger(step, 10) : null;
            steps.add(number == null ? step : number);
        }
        return steps;
    }

    /// What `unique`, `min` and `max` compare: the item or its attribute, without regard to case unless asked for.
    static UnaryOperator<Object> sortKey(Arguments.Bound options) {
        Object attribute = options.orNull("attribute");
        UnaryOperator<Object> getter = attribute == null ? UnaryOperator.identity() : of(attribute);
        boolean caseSensitive = options.flag("case_sensitive", false);
        return item -> folded(getter.apply(item), caseSensitive);
    }

    static Object folded(Object value, boolean caseSensitive) {
        return !caseSensitive && value instanceof String text ? TextCase.lower(text) : value;
    }
}
