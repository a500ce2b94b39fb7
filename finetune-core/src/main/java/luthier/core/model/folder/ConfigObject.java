package luthier.core.model.folder;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object of a model's configuration, read by key and type. A key that is absent and one that is null both
/// take the default, since transformers writes either; [#isNull] tells them apart. Every method throws a
/// [LuthierException] that names file, key and what was found when a value has another type, or when it is missing and
/// the method has no default.
public sealed class ConfigObject permits ModelConfig {
    /// Keeps numbers as written: a double turns 1e999 into infinity before anyone can refuse it.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path file;
    private final String prefix;
    private final ObjectNode json;
    private final Map<String, String> aliases;

    /// @param prefix dotted path of this object in its file with a dot at the end; empty for the file's own object
    /// @param aliases other spellings by key, looked up when the key itself is absent
    ConfigObject(Path file, String prefix, ObjectNode json, Map<String, String> aliases) {
        this.file = file;
        this.prefix = prefix;
        this.json = json;
        this.aliases = Map.copyOf(aliases);
    }

    /// @throws LuthierException when the file cannot be read or holds no JSON object
    public static ConfigObject read(Path file) throws LuthierException {
        return new ConfigObject(file, "", parse(file), Map.of());
    }

    /// An object that has no keys when the file does not exist.
    static ConfigObject readIfPresent(Path file) throws LuthierException {
        return Files.exists(file) ? read(file) : new ConfigObject(file, "", JSON.createObjectNode(), Map.of());
    }

    static ObjectNode parse(Path file) throws LuthierException {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw Unreadable.damaged(file, "The file must hold a JSON object, found " + describe(root) + ".");
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw Unreadable.damaged(file, "The file is not valid JSON" + place + ".");
        } catch (IOException e) {
            throw Unreadable.io(file, e);
        }
    }

    public Path file() {
        return file;
    }

    /// The object as it stands in the file; a copy.
    public ObjectNode json() {
        return json.deepCopy();
    }

    /// Whether the key is there with a value other than null.
    public boolean has(String key) {
        return value(key) != null;
    }

    /// Whether the key is there and says null, which for some keys differs from absent.
    public boolean isNull(String key) {
        return json.path(key).isNull();
    }

    public int intValue(String key) throws LuthierException {
        return whole(key, required(key, "a whole number"));
    }

    public int intValue(String key, int missing) throws LuthierException {
        JsonNode value = value(key);
        return value == null ? missing : whole(key, value);
    }

    public double decimal(String key) throws LuthierException {
        return finite(key, required(key, "a number"));
    }

    public double decimal(String key, double missing) throws LuthierException {
        JsonNode value = value(key);
        return value == null ? missing : finite(key, value);
    }

    /// Null when missing; for numbers that exceed a double or long, such as `model_max_length`.
    public @Nullable BigDecimal bigDecimal(String key) throws LuthierException {
        JsonNode value = value(key);
        return value == null ? null : number(key, value);
    }

    public boolean bool(String key, boolean missing) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return missing;
        }
        if (!value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value.booleanValue();
    }

    public String text(String key) throws LuthierException {
        return string(key, required(key, "text"));
    }

    public String text(String key, String missing) throws LuthierException {
        JsonNode value = value(key);
        return value == null ? missing : string(key, value);
    }

    public @Nullable String textOrNull(String key) throws LuthierException {
        JsonNode value = value(key);
        return value == null ? null : string(key, value);
    }

    /// Empty when missing.
    public List<String> texts(String key) throws LuthierException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(key)) {
            texts.add(string(key, element));
        }
        return texts;
    }

    /// One whole number or a list of them, as token ids are given; empty when missing.
    public List<Integer> ints(String key) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(whole(key, value));
        }
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode element : value) {
            numbers.add(whole(key, element));
        }
        return numbers;
    }

    /// A list of numbers; empty when missing.
    public List<Double> decimals(String key) throws LuthierException {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode element : list(key)) {
            numbers.add(finite(key, element));
        }
        return numbers;
    }

    /// A nested object; null when missing. Its errors name the whole path.
    public @Nullable ConfigObject object(String key) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return new ConfigObject(file, prefix + key + ".", object, Map.of());
        }
        throw wrong(key, "an object", value);
    }

    /// For values that have the right type and still cannot be used.
    ///
    /// @param problem goes on after the key, as in "must be at least 1"
    public LuthierException refuse(String key, String problem) {
        return Unreadable.model(
                file,
                "`" + prefix + key + "` " + problem + ".",
                "Correct " + file.getFileName() + ", or get the model again.");
    }

    /// The value itself; null when absent or null. For values that may have several types.
    @Nullable
    JsonNode value(String key) {
        JsonNode value = json.get(key);
        if (value == null && aliases.containsKey(key)) {
            value = json.get(aliases.get(key));
        }
        return value == null || value.isNull() ? null : value;
    }

    LuthierException wrong(String key, String needed, JsonNode found) {
        return refuse(key, "must be " + needed + ", found " + describe(found));
    }

    private Iterable<JsonNode> list(String key) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(key, "a list", value);
        }
        return value;
    }

    private JsonNode required(String key, String needed) throws LuthierException {
        JsonNode value = value(key);
        if (value == null) {
            throw refuse(key, "is missing; it must be " + needed);
        }
        return value;
    }

    /// 64.0 counts as whole: some writers print every number with a point.
    private int whole(String key, JsonNode value) throws LuthierException {
        if (!value.isNumber() || !isWhole(value.decimalValue())) {
            throw wrong(key, "a whole number", value);
        }
        try {
            return value.decimalValue().intValueExact();
        } catch (ArithmeticException _) {
            throw refuse(key, "is out of range: " + value);
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private double finite(String key, JsonNode value) throws LuthierException {
        double number = number(key, value).doubleValue();
        if (Double.isInfinite(number)) {
            throw refuse(key, "is out of range: " + value);
        }
        return number;
    }

    private BigDecimal number(String key, JsonNode value) throws LuthierException {
        if (!value.isNumber()) {
            throw wrong(key, "a number", value);
        }
        return value.decimalValue();
    }

    private String string(String key, JsonNode value) throws LuthierException {
        if (!value.isString()) {
            throw wrong(key, "text", value);
        }
        return value.stringValue();
    }

    private static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text " + value;
            case NUMBER -> "the number " + value;
            case BOOLEAN -> value.toString();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "nothing";
        };
    }
}
