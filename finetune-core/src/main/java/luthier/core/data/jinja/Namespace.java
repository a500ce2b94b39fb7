package luthier.core.data.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one value a template can change; it carries results out of a loop.
final class Namespace {
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    @Nullable
    Object attribute(String name) {
        return attributes.get(name);
    }

    void assign(String name, Object value) {
        attributes.put(name, value);
    }

    String described() {
        return "<Namespace " + PythonText.repr(attributes) + ">";
    }
}
