package luthier.core.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON document being read: where it came from, where in it each value stands, and what was odd about it.
final class JsonSource {
    private final String where;
    private final ObjectNode root;
    private final Map<String, TokenStreamLocation> places;
    private final List<String> warnings = new ArrayList<>();

    private JsonSource(String where, ObjectNode root, Map<String, TokenStreamLocation> places) {
        this.where = where;
        this.root = root;
        this.places = places;
    }

    /// Parses text; a syntax error names its line and column.
    static JsonSource parse(String where, String text) throws LuthierException {
        try {
            JsonNode tree = JsonMappers.EXACT.readTree(text);
            return of(where, tree, places(text));
        } catch (JacksonException e) {
            throw new LuthierException(
                    new Failure.InvalidSpec(
                            where + JsonMappers.place(e.getLocation()),
                            "JSON",
                            "is damaged: " + e.getOriginalMessage()),
                    e);
        }
    }

    /// Takes a value that came from elsewhere, without places.
    static JsonSource of(String where, Object value) throws LuthierException {
        return of(where, JsonMappers.MAPPER.valueToTree(value), Map.of());
    }

    private static JsonSource of(String where, JsonNode tree, Map<String, TokenStreamLocation> places)
            throws LuthierException {
        if (tree instanceof ObjectNode object) {
            return new JsonSource(where, object, places);
        }
        throw new LuthierException(new Failure.InvalidSpec(where, "JSON", "must be an object: { … }"));
    }

    // The tree model forgets positions, so the tokens are walked a second time.
    private static Map<String, TokenStreamLocation> places(String text) {
        Map<String, TokenStreamLocation> places = new HashMap<>();
        try (JsonParser parser = JsonMappers.MAPPER.createParser(text)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT) {
                    places.put(parser.streamReadContext().pathAsPointer().toString(), parser.currentTokenLocation());
                }
                token = parser.nextToken();
            }
        }
        return places;
    }

    JsonFields fields() {
        return new JsonFields(this, root, "", "", new UnknownKeys.Collector(""));
    }

    List<String> warnings() {
        return warnings;
    }

    void warn(String pointer, String sentence) {
        warnings.add(where + JsonMappers.place(places.get(pointer)) + ": " + sentence);
    }

    LuthierException invalid(String pointer, String field, String problem) {
        return new LuthierException(
                new Failure.InvalidSpec(where + JsonMappers.place(places.get(pointer)), field, problem));
    }
}
