package luthier.core.model.safetensors;

import java.util.List;

/// One tensor as the header of a file lists it.
///
/// @param shape sizes, slowest first; empty for a scalar
/// @param begin first byte, counted from the start of the data
/// @param end the byte after the last one
public record TensorHeader(String name, TensorType type, List<Long> shape, long begin, long end) {
    public TensorHeader {
        shape = List.copyOf(shape);
    }

    public long byteCount() {
        return end - begin;
    }
}
