package luthier.core.data.jinja;

import java.util.List;

record Tuple(List<Object> items) {
    static Tuple of(Object... items) {
        return new Tuple(List.of(items));
    }
}
