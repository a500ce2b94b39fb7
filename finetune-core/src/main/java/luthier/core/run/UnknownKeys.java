package luthier.core.run;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Keys of a project file that this version does not know, kept so that rewriting the file loses nothing.
///
/// @param values JSON pointer inside the entry (such as `/training/colour`) to the value as JSON text
public record UnknownKeys(Map<String, String> values) {
    public static final UnknownKeys NONE = new UnknownKeys(Map.of());

    public UnknownKeys {
        values = Map.copyOf(values);
    }

    /// Puts the keys back where they stood; a key known by now wins.
    void restore(ObjectNode entry) {
        values.forEach((pointer, json) -> {
            JsonPointer place = JsonPointer.compile(pointer);
            JsonNode parent = entry.at(place.head());
            String key = place.last().getMatchingProperty();
            if (parent instanceof ObjectNode object && !object.has(key)) {
                object.set(key, JsonMappers.EXACT.readTree(json));
            }
        });
    }

    /// Gathers the keys of one entry while it is read.
    static final class Collector {
        private final String entryPointer;
        private final Map<String, String> values = new LinkedHashMap<>();

        Collector(String entryPointer) {
            this.entryPointer = entryPointer;
        }

        void add(String pointer, JsonNode value) {
            values.put(pointer.substring(entryPointer.length()), value.toString());
        }

        UnknownKeys keys() {
            return new UnknownKeys(values);
        }
    }
}
