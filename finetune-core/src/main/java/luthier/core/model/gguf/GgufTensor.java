package luthier.core.model.gguf;

import java.lang.foreign.MemorySegment;

/// A tensor of a GGUF file, valid until the file is closed.
///
/// @param shape sizes, slowest first: the reverse of the order in the file
/// @param data the stored blocks, row by row
public record GgufTensor(String name, GgufType type, long[] shape, MemorySegment data) {
    /// Elements of one row; rows are stored in blocks of their own.
    public int rowElements() {
        return Math.toIntExact(shape[shape.length - 1]);
    }

    public long rows() {
        long rows = 1;
        for (int i = 0; i < shape.length - 1; i++) {
            rows *= shape[i];
        }
        return rows;
    }

    /// Turns one row into fp32.
    ///
    /// @param out receives [#rowElements] values from index 0
    /// @throws IllegalStateException when the type is not readable
    public void readRow(long row, float[] out) {
        long bytes = (long) rowElements() / type.blockElements() * type.blockBytes();
        type.decode(data.asSlice(row * bytes, bytes), out);
    }
}
