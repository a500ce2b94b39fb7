package luthier.core.data.jinja;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Look-up in dicts whose keys may be any hashable value, where 1, 1.0 and true are one key.
final class Dicts {
    private Dicts() {}

    /// The value under `key`, null when there is none.
    static @Nullable Object find(Map<?, ?> dict, @Nullable Object key) {
        if (key == null) {
            return null;
        }
        if (key instanceof String) {
            return dict.get(key);
        }
        Comparison.hashKey(key);
        for (Map.Entry<?, ?> entry : dict.entrySet()) {
            if (Comparison.equal(entry.getKey(), key)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /// Puts as Python does: an equal key keeps its first spelling and its place.
    static void put(Map<Object, Object> dict, Object key, Object value) {
        if (!(key instanceof String)) {
            Comparison.hashKey(key);
            for (Map.Entry<Object, Object> entry : dict.entrySet()) {
                if (Comparison.equal(entry.getKey(), key)) {
                    entry.setValue(value);
                    return;
                }
            }
        }
        dict.put(key, value);
    }
}
