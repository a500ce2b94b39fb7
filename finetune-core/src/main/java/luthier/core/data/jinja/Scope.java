package luthier.core.data.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Variables of one block of a template, inside those of the block around it.
final class Scope {
    private final @Nullable Scope around;
    private final Map<String, Object> variables = new HashMap<>();

    Scope(@Nullable Scope around) {
        this.around = around;
    }

    @Nullable
    Object find(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            Object value = scope.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    void assign(String name, Object value) {
        variables.put(name, value);
    }
}
