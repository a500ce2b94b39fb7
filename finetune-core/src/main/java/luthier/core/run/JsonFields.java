package luthier.core.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object being read: typed access by key, errors that name the place and the dotted field, and a memory of
/// which keys were asked for, so that the others can be reported.
final class JsonFields {
    private final JsonSource source;
    private final ObjectNode node;
    private final String pointer;
    private final String path;
    private final UnknownKeys.Collector unknown;
    private final Set<String> asked = new LinkedHashSet<>();

    JsonFields(JsonSource source, ObjectNode node, String pointer, String path, UnknownKeys.Collector unknown) {
        this.source = source;
        this.node = node;
        this.pointer = pointer;
        this.path = path;
        this.unknown = unknown;
    }

    String text(String key, @Nullable String missing) throws LuthierException {
        JsonNode value = value(key);
        if (value == null && missing != null) {
            return missing;
        }
        if (value == null) {
            throw invalid(key, "is missing");
        }
        if (!value.isString()) {
            throw wrongType(key, "text", value);
        }
        return value.stringValue();
    }

    long integer(String key, long missing) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return missing;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongType(key, "a whole number", value);
        }
        return value.longValue();
    }

    int smallInteger(String key, int missing) throws LuthierException {
        long value = integer(key, missing);
        if (value != (int) value) {
            throw invalid(key, "must be a whole number below 2147483648, not " + value);
        }
        return (int) value;
    }

    double decimal(String key, double missing) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return missing;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrongType(key, "a number", value);
        }
        return value.doubleValue();
    }

    boolean flag(String key, boolean missing) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return missing;
        }
        if (!value.isBoolean()) {
            throw wrongType(key, "true or false", value);
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E choice(String key, E missing) throws LuthierException {
        String text = text(key, name(missing));
        E[] choices = missing.getDeclaringClass().getEnumConstants();
        for (E choice : choices) {
            if (name(choice).equals(text)) {
                return choice;
            }
        }
        String names = Arrays.stream(choices).map(JsonFields::name).collect(Collectors.joining(", "));
        throw invalid(key, "must be one of " + names + ", not `" + text + "`");
    }

    @Nullable
    Path path(String key, Path base) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        String text = text(key, null);
        try {
            if (text.isBlank()) {
                throw invalid(key, "must name a file or folder");
            }
            return base.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw invalid(key, "is not a path: " + e.getReason());
        }
    }

    Path requiredPath(String key, Path base) throws LuthierException {
        Path value = path(key, base);
        if (value == null) {
            throw invalid(key, "is missing");
        }
        return value;
    }

    /// The object under `key`; an empty one where it is missing.
    JsonFields object(String key) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return child(key, JsonMappers.MAPPER.createObjectNode(), unknown);
        }
        if (!(value instanceof ObjectNode object)) {
            throw wrongType(key, "an object", value);
        }
        return child(key, object, unknown);
    }

    /// Every member of the object under `key`, each an entry of its own.
    Map<String, JsonFields> entries(String key) throws LuthierException {
        JsonFields parent = object(key);
        Map<String, JsonFields> entries = new LinkedHashMap<>();
        for (String name : parent.node.propertyNames()) {
            JsonFields child = parent.object(name);
            entries.put(name, parent.child(name, child.node, new UnknownKeys.Collector(child.pointer)));
        }
        return entries;
    }

    /// The objects of the array under `key`, each an entry of its own.
    List<JsonFields> list(String key) throws LuthierException {
        JsonNode value = value(key);
        List<JsonFields> list = new ArrayList<>();
        if (value == null) {
            return list;
        }
        if (!(value instanceof ArrayNode array)) {
            throw wrongType(key, "a list", value);
        }
        for (int i = 0; i < array.size(); i++) {
            String place = pointer(key) + "/" + i;
            String name = dotted(key) + "[" + i + "]";
            if (!(array.get(i) instanceof ObjectNode object)) {
                throw source.invalid(place, name, "must be an object");
            }
            list.add(new JsonFields(source, object, place, name, new UnknownKeys.Collector(place)));
        }
        return list;
    }

    /// All members as plain values.
    Map<String, Object> values() throws LuthierException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : node.propertyNames()) {
            JsonNode value = value(name);
            Object plain = value == null ? null : PlainJson.of(value);
            if (plain == null) {
                throw invalid(name, "must not be null; leave the key out to take the default");
            }
            values.put(name, plain);
        }
        return values;
    }

    /// All members as text.
    Map<String, String> texts() throws LuthierException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : node.propertyNames()) {
            values.put(name, text(name, null));
        }
        return values;
    }

    /// Builds a record of this object's values; a broken rule is reported under this object.
    <T> T make(Supplier<T> record) throws LuthierException {
        try {
            return record.get();
        } catch (InvalidField e) {
            throw invalid(e.field().substring(e.field().lastIndexOf('.') + 1), e.rule());
        }
    }

    /// Reports every key that nobody asked for, with the known key it may have been meant to be.
    void finish() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                unknown.add(pointer(name), node.get(name));
                String meant = ClosestKey.of(name, asked);
                source.warn(
                        pointer(name),
                        "`" + dotted(name) + "` is not a known setting and has no effect"
                                + (meant == null ? "" : "; did you mean `" + meant + "`?"));
            }
        }
    }

    UnknownKeys unknown() {
        return unknown.keys();
    }

    LuthierException invalid(String key, String problem) {
        return source.invalid(pointer(key), dotted(key), problem);
    }

    private LuthierException wrongType(String key, String wanted, JsonNode value) {
        return invalid(key, "must be " + wanted + ", not " + value);
    }

    private JsonFields child(String key, ObjectNode object, UnknownKeys.Collector collector) {
        return new JsonFields(source, object, pointer(key), dotted(key), collector);
    }

    private @Nullable JsonNode value(String key) {
        asked.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private String pointer(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private String dotted(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
