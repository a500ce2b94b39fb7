package luthier.core.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is registered of one kind, in the order of registration. Built once from a `ServiceLoader` and handed on.
public final class Registry<T> {
    private final String kind;
    private final Map<String, T> byId;

    private Registry(String kind, Map<String, T> byId) {
        this.kind = kind;
        this.byId = byId;
    }

    /// @param kind what the entries are, in the plural, for the sentences: `data formats`
    /// @param entries mostly a `ServiceLoader`
    /// @throws IllegalStateException when there is none (a service loader finds nothing, silently, when a module is
    ///     missing) or two share an id
    public static <T> Registry<T> of(String kind, Iterable<? extends T> entries, Function<? super T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T entry : entries) {
            T other = byId.putIfAbsent(id.apply(entry), entry);
            if (other != null) {
                throw new IllegalStateException("Two " + kind + " share the id `" + id.apply(entry) + "`: "
                        + name(other) + " and " + name(entry) + "; rename or remove one.");
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalStateException("No " + kind
                    + " are registered; is their module on the module path? (On the class path none is found.)");
        }
        return new Registry<>(kind, byId);
    }

    private static String name(Object entry) {
        return entry.getClass().getName();
    }

    public @Nullable T find(String id) {
        return byId.get(id);
    }

    public List<T> all() {
        return List.copyOf(byId.values());
    }

    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    @Override
    public String toString() {
        return kind + " " + byId.keySet();
    }
}
