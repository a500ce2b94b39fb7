package luthier.core.data.tokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What the native tokenizer does not tell of its `tokenizer.json`: ids of tokens by name, the added tokens, and
/// whether offsets come with their spaces trimmed. Read in one streaming pass, because merges make these files large.
///
/// @param trimsOffsets whether a byte-level post-processor takes the spaces off a token's offsets
record Vocabulary(Map<String, Integer> idByToken, List<AddedToken> added, boolean trimsOffsets) {
    static Vocabulary parse(byte[] json) {
        Map<String, Integer> idByToken = new HashMap<>();
        List<AddedToken> added = new ArrayList<>();
        boolean trims = false;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, "the file is not a JSON object");
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                switch (key) {
                    case "added_tokens" -> readAdded(parser, added);
                    case "model" -> readModel(parser, idByToken);
                    case "post_processor" -> trims = trims(parser);
                    default -> parser.skipChildren();
                }
            }
        }
        expect(!idByToken.isEmpty(), "`model.vocab` is missing or empty");
        for (AddedToken token : added) {
            idByToken.put(token.content(), token.id());
        }
        return new Vocabulary(Map.copyOf(idByToken), List.copyOf(added), trims);
    }

    /// A file that is JSON but not a tokenizer.
    static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private static void readModel(JsonParser parser, Map<String, Integer> idByToken) {
        expect(parser.currentToken() == JsonToken.START_OBJECT, "`model` is not an object");
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (!key.equals("vocab")) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT) {
                readNamed(parser, idByToken);
            } else {
                expect(value == JsonToken.START_ARRAY, "`model.vocab` is neither an object nor a list");
                readListed(parser, idByToken);
            }
        }
    }

    private static void readNamed(JsonParser parser, Map<String, Integer> idByToken) {
        for (String token = parser.nextName(); token != null; token = parser.nextName()) {
            expect(parser.nextToken() == JsonToken.VALUE_NUMBER_INT, "`model.vocab` holds an id that is not a number");
            idByToken.put(token, parser.getIntValue());
        }
    }

    /// Unigram vocabularies are lists of [piece, score]; the place is the id.
    private static void readListed(JsonParser parser, Map<String, Integer> idByToken) {
        for (int id = 0; parser.nextToken() == JsonToken.START_ARRAY; id++) {
            expect(parser.nextToken() == JsonToken.VALUE_STRING, "`model.vocab` holds a piece that is not text");
            idByToken.putIfAbsent(parser.getString(), id);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
            }
        }
    }

    private static void readAdded(JsonParser parser, List<AddedToken> added) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int id = -1;
            @Nullable String content = null;
            boolean special = false;
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                JsonToken value = parser.nextToken();
                switch (key) {
                    case "id" -> id = value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : -1;
                    case "content" -> content = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                    case "special" -> special = value == JsonToken.VALUE_TRUE;
                    default -> parser.skipChildren();
                }
            }
            if (id < 0 || content == null) {
                throw new Malformed("`added_tokens` holds an entry without `id` or `content`");
            }
            added.add(new AddedToken(id, content, special));
        }
    }

    /// Looks for a ByteLevel processor with `trim_offsets`, alone or inside a sequence.
    private static boolean trims(JsonParser parser) {
        boolean byteLevel = false;
        boolean trims = true;
        boolean found = false;
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                depth++;
                byteLevel = false;
                trims = true;
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
                found |= byteLevel && trims;
                byteLevel = false;
            } else if (token == JsonToken.VALUE_STRING && "type".equals(parser.currentName())) {
                byteLevel = parser.getString().equals("ByteLevel");
            } else if (token == JsonToken.VALUE_FALSE && "trim_offsets".equals(parser.currentName())) {
                trims = false;
            }
        } while (depth > 0 && parser.nextToken() != null);
        return found;
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Malformed(otherwise);
        }
    }
}
