package luthier.core.model.safetensors;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import luthier.core.model.DType;
import luthier.core.run.LuthierException;

/// A tensor that a writer asks for its values when their turn comes, so that no file is built in memory.
///
/// @param shape sizes, slowest first; empty for a scalar
public record TensorToWrite(String name, DType dtype, long[] shape, Values values) {
    /// Hands over the values.
    @FunctionalInterface
    public interface Values {
        /// Writes exactly [#byteCount] bytes: little-endian, row by row.
        void writeTo(WritableByteChannel channel) throws IOException, LuthierException;
    }

    /// A tensor of an open file, copied as it is.
    public static TensorToWrite copyOf(TensorEntry entry) {
        return new TensorToWrite(
                entry.name(), entry.dtype(), entry.shape(), channel -> SegmentWriter.write(entry.data(), channel));
    }

    public long elementCount() {
        long count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    public long byteCount() {
        return Math.multiplyExact(elementCount(), dtype.bytes());
    }
}
