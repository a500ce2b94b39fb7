package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Walking through whatever can be walked through.
final class Sequences {
    private Sequences() {}

    static boolean isIterable(Object value) {
        return switch (value) {
            case String _ -> true;
            case List<?> _ -> true;
            case Map<?, ?> _ -> true;
            case Tuple _ -> true;
            case View _ -> true;
            case Lazy _ -> true;
            case Undefined _ -> true;
            default -> false;
        };
    }

    static Iterator<Object> iterate(Object value) {
        return switch (value) {
            case String text -> characters(text).iterator();
            case List<?> list -> Collections.<Object>unmodifiableList(list).iterator();
            case Map<?, ?> dict ->
                Collections.<Object>unmodifiableSet(dict.keySet()).iterator();
            case Tuple tuple -> tuple.items().iterator();
            case View view -> view.items().iterator();
            case Lazy lazy -> lazy.items();
            case Undefined _ -> Collections.emptyIterator();
            default -> throw new TemplateException("'" + PythonType.of(value) + "' object is not iterable");
        };
    }

    static Stream<Object> stream(Object value) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterate(value), 0), false);
    }

    /// A fresh list of the items.
    static List<Object> list(Object value) {
        List<Object> items = new ArrayList<>();
        iterate(value).forEachRemaining(items::add);
        return items;
    }

    static Stream<Object> characters(String text) {
        return text.codePoints().mapToObj(Character::toString);
    }

    static boolean hasLength(Object value) {
        return (isIterable(value) && !(value instanceof Lazy)) || value instanceof Loop;
    }

    static int length(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case List<?> list -> list.size();
            case Map<?, ?> dict -> dict.size();
            case Tuple tuple -> tuple.items().size();
            case View view -> view.items().size();
            case Undefined _ -> 0;
            case Loop loop -> loop.length();
            default -> throw new TemplateException("object of type '" + PythonType.of(value) + "' has no len()");
        };
    }
}
