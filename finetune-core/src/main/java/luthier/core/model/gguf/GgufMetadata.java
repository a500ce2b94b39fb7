package luthier.core.model.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// The keys of a GGUF file, read by type. Every method throws a [LuthierException] that names the key when its value
/// has another type, or when it is missing and the method has no default.
public final class GgufMetadata {
    private static final String OTHER_FILE = "Choose another copy of the model.";

    private final Path file;
    private final SequencedMap<String, GgufValue> values;

    GgufMetadata(Path file, SequencedMap<String, GgufValue> values) {
        this.file = file;
        this.values = Collections.unmodifiableSequencedMap(values);
    }

    /// All keys in the order of the file.
    public SequencedMap<String, GgufValue> values() {
        return values;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) throws LuthierException {
        String text = textOrNull(key);
        if (text == null) {
            throw missing(key);
        }
        return text;
    }

    public @Nullable String textOrNull(String key) throws LuthierException {
        return switch (values.get(key)) {
            case null -> null;
            case GgufValue.Text text -> text.value();
            default -> throw wrong(key, "text");
        };
    }

    public int intValue(String key) throws LuthierException {
        Integer value = intOrNull(key);
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    public int intValue(String key, int missing) throws LuthierException {
        Integer value = intOrNull(key);
        return value == null ? missing : value;
    }

    public @Nullable Integer intOrNull(String key) throws LuthierException {
        return switch (values.get(key)) {
            case null -> null;
            case GgufValue.Whole whole when whole.value() == (int) whole.value() -> (int) whole.value();
            default -> throw wrong(key, "one whole number");
        };
    }

    /// The number as it was meant: 1e-5 stored as fp32 comes back as 1e-5, not as 9.99999974737875e-6.
    public double decimal(String key, double missing) throws LuthierException {
        return switch (values.get(key)) {
            case null -> missing;
            case GgufValue.Decimal decimal
            when decimal.single() -> Double.parseDouble(Float.toString((float) decimal.value()));
            case GgufValue.Decimal decimal -> decimal.value();
            case GgufValue.Whole whole -> whole.value();
            default -> throw wrong(key, "a number");
        };
    }

    public boolean flag(String key, boolean missing) throws LuthierException {
        return switch (values.get(key)) {
            case null -> missing;
            case GgufValue.Flag flag -> flag.value();
            default -> throw wrong(key, "true or false");
        };
    }

    /// @throws LuthierException also when the key is missing
    public List<String> texts(String key) throws LuthierException {
        List<String> texts = new ArrayList<>();
        for (GgufValue value : list(key)) {
            if (!(value instanceof GgufValue.Text text)) {
                throw wrong(key, "a list of texts");
            }
            texts.add(text.value());
        }
        return texts;
    }

    /// @throws LuthierException also when the key is missing
    public List<Integer> ints(String key) throws LuthierException {
        List<Integer> numbers = new ArrayList<>();
        for (GgufValue value : list(key)) {
            if (!(value instanceof GgufValue.Whole whole)) {
                throw wrong(key, "a list of whole numbers");
            }
            numbers.add((int) whole.value());
        }
        return numbers;
    }

    /// For a key whose value cannot be used.
    ///
    /// @param problem goes on after the key, as in "must be at least 1"
    LuthierException refuse(String key, String problem) {
        return Unreadable.model(file, "The key " + key + " " + problem + ".", OTHER_FILE);
    }

    private List<GgufValue> list(String key) throws LuthierException {
        return switch (values.get(key)) {
            case null -> throw missing(key);
            case GgufValue.Values list -> list.values();
            default -> throw wrong(key, "a list");
        };
    }

    private LuthierException missing(String key) {
        return refuse(key, "is missing");
    }

    private LuthierException wrong(String key, String needed) {
        String found = switch (values.get(key)) {
            case null -> "nothing";
            case GgufValue.Whole whole -> "the number " + whole.value();
            case GgufValue.Decimal decimal -> "the number " + decimal.value();
            case GgufValue.Flag flag -> String.valueOf(flag.value());
            case GgufValue.Text text -> "text \"" + text.value() + "\"";
            case GgufValue.Values _ -> "a list";
        };
        return refuse(key, "must be " + needed + ", found " + found);
    }
}
