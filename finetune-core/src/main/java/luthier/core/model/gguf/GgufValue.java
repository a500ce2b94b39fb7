package luthier.core.model.gguf;

import java.util.List;

/// A value of a GGUF file's metadata.
public sealed interface GgufValue {
    /// Integers of every width.
    record Whole(long value) implements GgufValue {}

    /// @param single whether it was stored as fp32, so that its shortest decimal is that of a float
    record Decimal(double value, boolean single) implements GgufValue {}

    record Flag(boolean value) implements GgufValue {}

    record Text(String value) implements GgufValue {}

    /// The elements have one type; lists of lists do not exist.
    record Values(List<GgufValue> values) implements GgufValue {
        public Values {
            values = List.copyOf(values);
        }
    }
}
