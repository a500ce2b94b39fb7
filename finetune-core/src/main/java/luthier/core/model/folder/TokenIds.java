package luthier.core.model.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The ids of tokens in `tokenizer.json`, read as a stream: vocabularies reach hundreds of thousands of entries. Added
/// tokens win over the vocabulary.
final class TokenIds {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Integer> added = new HashMap<>();
    private final Map<String, Integer> vocabulary = new HashMap<>();

    private TokenIds() {}

    static TokenIds read(Path file) throws LuthierException {
        TokenIds ids = new TokenIds();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Unreadable.damaged(file, "The file must hold a JSON object.");
            }
            ids.readTop(parser);
        } catch (JacksonException e) {
            throw Unreadable.damaged(file, "The file is not valid JSON.");
        } catch (IOException e) {
            throw Unreadable.io(file, e);
        }
        return ids;
    }

    /// Null when the tokenizer has no such token.
    @Nullable
    Integer of(String token) {
        Integer id = added.get(token);
        return id != null ? id : vocabulary.get(token);
    }

    /// One more than the largest id.
    int size() {
        int largest = -1;
        for (Map<String, Integer> ids : List.of(added, vocabulary)) {
            for (int id : ids.values()) {
                largest = Math.max(largest, id);
            }
        }
        return largest + 1;
    }

    private void readTop(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("added_tokens") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    readAdded(parser);
                }
            } else if (key.equals("model") && value == JsonToken.START_OBJECT) {
                readModel(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readAdded(JsonParser parser) {
        @Nullable String content = null;
        int id = -1;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("content") && value == JsonToken.VALUE_STRING) {
                content = parser.getString();
            } else if (key.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
                id = parser.getIntValue();
            } else {
                parser.skipChildren();
            }
        }
        if (content != null && id >= 0) {
            added.put(content, id);
        }
    }

    private void readModel(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("vocab") && value == JsonToken.START_OBJECT) {
                readIdByToken(parser);
            } else if (key.equals("vocab") && value == JsonToken.START_ARRAY) {
                readScoredTokens(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readIdByToken(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String token = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                vocabulary.put(token, parser.getIntValue());
            } else {
                parser.skipChildren();
            }
        }
    }

    /// Unigram models list pairs of token and score; the id is the place in the list.
    private void readScoredTokens(JsonParser parser) {
        for (int id = 0; parser.nextToken() == JsonToken.START_ARRAY; id++) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                vocabulary.put(parser.getString(), id);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
            }
        }
    }
}
