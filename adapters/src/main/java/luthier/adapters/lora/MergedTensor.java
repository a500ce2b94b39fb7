package luthier.adapters.lora;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import luthier.adapters.peft.LowRank;
import luthier.core.model.Unreadable;
import luthier.core.model.safetensors.BrainFloat;
import luthier.core.model.safetensors.SegmentWriter;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;

/// One matrix with its product added, in fp32, and rounded once to the type the matrix had; some rows at a time.
final class MergedTensor {
    private static final int PIECE_NUMBERS = 1 << 20;

    private final Path folder;
    private final TensorEntry base;
    private final LowRank pair;
    private final LowRankAdd product;

    /// @throws LuthierException when the matrix and the product differ in shape
    MergedTensor(Path folder, TensorEntry base, LowRank pair, LowRankAdd product) throws LuthierException {
        this.folder = folder;
        this.base = base;
        this.pair = pair;
        this.product = product;
        if (!Arrays.equals(base.shape(), new long[] {pair.outputs(), pair.inputs()})) {
            throw refuse("is " + Arrays.toString(base.shape()) + ", the adapter needs [" + pair.outputs() + ", "
                    + pair.inputs() + "]");
        }
    }

    TensorToWrite toWrite(String name) {
        return new TensorToWrite(name, base.dtype(), base.shape(), this::writeTo);
    }

    private void writeTo(WritableByteChannel channel) throws IOException, LuthierException {
        int step = Math.max(1, PIECE_NUMBERS / pair.inputs());
        for (int row = 0; row < pair.outputs(); row += step) {
            int rows = Math.min(step, pair.outputs() - row);
            float[] weight = rows(row, rows);
            product.add(weight, row, rows, pair);
            SegmentWriter.writeFully(rounded(weight), channel);
        }
    }

    private float[] rows(int first, int rows) {
        long rowBytes = (long) pair.inputs() * base.dtype().bytes();
        MemorySegment data = base.data().asSlice(first * rowBytes, rows * rowBytes);
        return new TensorEntry(base.name(), base.dtype(), new long[] {rows, pair.inputs()}, data).floats();
    }

    private ByteBuffer rounded(float[] weight) throws LuthierException {
        ByteBuffer bytes =
                ByteBuffer.allocate(weight.length * base.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : weight) {
            float kept = switch (base.dtype()) {
                case F32 -> {
                    bytes.putFloat(value);
                    yield value;
                }
                case F16 -> {
                    short half = Float.floatToFloat16(value);
                    bytes.putShort(half);
                    yield Float.float16ToFloat(half);
                }
                case BF16 -> {
                    short half = BrainFloat.fromFloat(value);
                    bytes.putShort(half);
                    yield BrainFloat.toFloat(half);
                }
                case F64, I64, I32, I16, I8, U8, BOOL ->
                    throw refuse("has the type " + base.dtype() + ", into which nothing can be merged");
            };
            if (!Float.isFinite(kept)) {
                throw refuse("would hold a value that " + base.dtype() + " cannot: " + value);
            }
        }
        return bytes.flip();
    }

    private LuthierException refuse(String problem) {
        return Unreadable.model(
                folder, base.name() + " " + problem + ".", "Keep the adapter beside its base instead of merging it.");
    }
}
