package luthier.core.model.safetensors;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of a safetensors header. Strict where the format is: a key stands once, numbers are whole and not
/// negative. Offsets are checked by [LayoutCheck].
final class HeaderReader {
    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
    private final SequencedMap<String, TensorHeader> tensors = new LinkedHashMap<>();

    private HeaderReader(Path file) {
        this.file = file;
    }

    record Header(SequencedMap<String, String> metadata, SequencedMap<String, TensorHeader> tensors) {}

    static Header read(Path file, ByteBuffer utf8) throws LuthierException {
        HeaderReader reader = new HeaderReader(file);
        try {
            String json = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
            if (!json.startsWith("{")) {
                throw reader.notJson();
            }
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
                reader.readAll(parser);
            }
        } catch (CharacterCodingException | JacksonException e) {
            throw reader.notJson();
        }
        return new Header(reader.metadata, reader.tensors);
    }

    private void readAll(JsonParser parser) throws LuthierException {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (key.equals("__metadata__")) {
                readMetadata(parser);
            } else if (tensors.put(key, readTensor(parser, key)) != null) {
                throw Unreadable.damaged(file, "The tensor " + key + " is listed twice.");
            }
        }
        if (parser.nextToken() != null) {
            throw notJson();
        }
    }

    private void readMetadata(JsonParser parser) throws LuthierException {
        if (!metadata.isEmpty() || !parser.hasToken(JsonToken.START_OBJECT)) {
            throw Unreadable.damaged(file, "The header's `__metadata__` must be one object of texts.");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw Unreadable.damaged(file, "The header's metadata `" + key + "` must be text.");
            }
            if (metadata.put(key, parser.getString()) != null) {
                throw Unreadable.damaged(file, "The header's metadata `" + key + "` is listed twice.");
            }
        }
    }

    private TensorHeader readTensor(JsonParser parser, String name) throws LuthierException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw broken(name, "is not an object");
        }
        @Nullable TensorType type = null;
        @Nullable List<Long> shape = null;
        @Nullable List<Long> offsets = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "dtype" -> type = once(name, key, type, readType(parser, name));
                case "shape" -> shape = once(name, key, shape, readNumbers(parser, name, key));
                case "data_offsets" -> offsets = once(name, key, offsets, readNumbers(parser, name, key));
                default -> throw broken(name, "has an unknown field `" + key + "`");
            }
        }
        if (type == null || shape == null || offsets == null) {
            throw broken(name, "lacks " + (type == null ? "`dtype`" : shape == null ? "`shape`" : "`data_offsets`"));
        }
        if (offsets.size() != 2) {
            throw broken(name, "needs two numbers in `data_offsets`, found " + offsets.size());
        }
        return new TensorHeader(name, type, shape, offsets.getFirst(), offsets.getLast());
    }

    private <T> T once(String name, String key, @Nullable T before, T now) throws LuthierException {
        if (before != null) {
            throw broken(name, "has the field `" + key + "` twice");
        }
        return now;
    }

    private TensorType readType(JsonParser parser, String name) throws LuthierException {
        TensorType type = parser.hasToken(JsonToken.VALUE_STRING) ? TensorType.named(parser.getString()) : null;
        if (type == null) {
            throw broken(name, "has an unknown type " + parser.getString());
        }
        return type;
    }

    private List<Long> readNumbers(JsonParser parser, String name, String key) throws LuthierException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw broken(name, "needs a list in `" + key + "`");
        }
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                    || parser.getBigIntegerValue().signum() < 0) {
                throw broken(name, "needs whole numbers from 0 in `" + key + "`, found " + parser.getString());
            }
            if (parser.getBigIntegerValue().compareTo(LONGEST) > 0) {
                throw key.equals("shape")
                        ? broken(name, "has an impossible shape")
                        : broken(name, "overlaps another one or leaves a gap");
            }
            numbers.add(parser.getLongValue());
        }
        return numbers;
    }

    private LuthierException broken(String name, String what) {
        return Unreadable.damaged(file, "Tensor " + name + " " + what + ".");
    }

    private LuthierException notJson() {
        return Unreadable.damaged(file, "The header is not valid JSON.");
    }
}
