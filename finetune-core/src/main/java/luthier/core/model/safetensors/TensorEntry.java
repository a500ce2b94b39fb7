package luthier.core.model.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import luthier.core.model.DType;

/// A tensor with its values, valid until the file it came from is closed.
///
/// @param shape sizes, slowest first; empty for a scalar
/// @param data little-endian, row by row, read-only; may begin at any byte, so read it with unaligned layouts
public record TensorEntry(String name, DType dtype, long[] shape, MemorySegment data) {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    public long elementCount() {
        return data.byteSize() / dtype.bytes();
    }

    /// All values as fp32; for small tensors and tests, since it copies.
    ///
    /// @throws IllegalStateException when the values are not floating-point numbers, or more than an array holds
    public float[] floats() {
        float[] values = new float[Math.toIntExact(elementCount())];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (dtype) {
                case F32 -> data.getAtIndex(FLOAT, i);
                case F64 -> (float) data.getAtIndex(DOUBLE, i);
                case F16 -> Float.float16ToFloat(data.getAtIndex(SHORT, i));
                case BF16 -> BrainFloat.toFloat(data.getAtIndex(SHORT, i));
                case I64, I32, I16, I8, U8, BOOL ->
                    throw new IllegalStateException(name + " holds " + dtype + ", no floating-point numbers");
            };
        }
        return values;
    }

    @Override
    public String toString() {
        return name + " " + dtype + " " + Arrays.toString(shape);
    }
}
