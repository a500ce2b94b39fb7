package luthier.core.run;

import java.util.Map;

/// A tuning or an optimiser by its registered id, with the settings that differ from its defaults.
///
/// @param settings plain JSON values: text, number, boolean, list, object
public record MethodSpec(String id, Map<String, Object> settings) {
    public MethodSpec {
        settings = Map.copyOf(settings);
    }
}
