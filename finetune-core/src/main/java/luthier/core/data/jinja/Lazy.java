package luthier.core.data.jinja;

import java.util.Iterator;
import java.util.stream.Stream;

/// What `map`, `select`, `reverse` and their like give: it can be walked through once and has no length.
final class Lazy {
    private final Iterator<Object> items;

    Lazy(Iterator<Object> items) {
        this.items = items;
    }

    static Lazy of(Stream<Object> items) {
        return new Lazy(items.iterator());
    }

    Iterator<Object> items() {
        return items;
    }
}
