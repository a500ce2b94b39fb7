package luthier.core.model.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luthier.core.model.DType;
import luthier.core.model.safetensors.BrainFloat;
import luthier.core.model.safetensors.SegmentWriter;
import luthier.core.model.safetensors.TensorToWrite;

/// Decodes the tensors of a GGUF file row by row into one floating-point type. Memory stays at one row and one buffer,
/// whatever the model's size.
final class WeightConversion {
    private static final int BUFFER_BYTES = 1 << 20;

    private final DType target;
    private final long totalBytes;
    private final ImportProgress progress;
    private long doneBytes;

    WeightConversion(List<TensorMove> moves, DType target, ImportProgress progress) {
        this.target = target;
        this.progress = progress;
        totalBytes =
                moves.stream().mapToLong(move -> converted(move).byteCount()).sum();
    }

    /// The type that keeps the matrices' values: their own if all have one plain type, else bf16.
    static DType targetType(List<TensorMove> moves) {
        Set<GgufType> types = matrixTypes(moves);
        return switch (types.size() == 1 ? types.iterator().next() : GgufType.BF16) {
            case F32 -> DType.F32;
            case F16 -> DType.F16;
            default -> DType.BF16;
        };
    }

    static Set<GgufType> matrixTypes(List<TensorMove> moves) {
        return moves.stream()
                .filter(move -> move.shape().length > 1)
                .map(move -> move.source().type())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    TensorToWrite converted(TensorMove move) {
        return new TensorToWrite(move.name(), target, move.shape(), channel -> write(move, channel));
    }

    private void write(TensorMove move, WritableByteChannel channel) throws IOException {
        GgufTensor source = move.source();
        float[] row = new float[source.rowElements()];
        float[] ordered = new float[row.length];
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        boolean vector = move.shape().length == 1;
        for (long r = 0; r < source.rows(); r++) {
            source.readRow(vector ? r : move.order().source(r), row);
            for (int i = 0; vector && i < row.length; i++) {
                ordered[i] = row[(int) move.order().source(i)];
            }
            for (float value : vector ? ordered : row) {
                if (buffer.remaining() < target.bytes()) {
                    flush(buffer, channel);
                }
                put(buffer, value);
            }
        }
        flush(buffer, channel);
    }

    private void put(ByteBuffer buffer, float value) {
        switch (target) {
            case F32 -> buffer.putFloat(value);
            case F16 -> buffer.putShort(Float.floatToFloat16(value));
            default -> buffer.putShort(BrainFloat.fromFloat(value));
        }
    }

    private void flush(ByteBuffer buffer, WritableByteChannel channel) throws IOException {
        buffer.flip();
        doneBytes += buffer.remaining();
        SegmentWriter.writeFully(buffer, channel);
        buffer.clear();
        progress.advanced(doneBytes, totalBytes);
    }
}
