package luthier.core.engine.kernel;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// A tensor that belongs to a cause of memory. Its type is kept here because DJL does not know bfloat16 and
/// must never be asked for it.
public final class Tensor implements Held {
    private final PtNDArray array;
    private final DType dtype;
    private final long[] shape;
    private final MemoryAccount account;
    private final @Nullable MemoryCause cause;
    private boolean closed;

    /// @param cause null for a window into another tensor, whose memory is counted there
    Tensor(PtNDArray array, DType dtype, long[] shape, MemoryAccount account, @Nullable MemoryCause cause) {
        this.array = array;
        this.dtype = dtype;
        this.shape = shape;
        this.account = account;
        this.cause = cause;
        account.opened(cause, ownBytes());
    }

    PtNDArray array() {
        if (closed) {
            throw new IllegalStateException("The tensor " + this + " is closed");
        }
        return array;
    }

    public DType dtype() {
        return dtype;
    }

    public long size(int axis) {
        return shape[axis];
    }

    public long[] shape() {
        return shape.clone();
    }

    public long elements() {
        long count = 1;
        for (long size : shape) {
            count *= size;
        }
        return count;
    }

    /// Bytes of its elements, whoever owns them.
    public long bytes() {
        return elements() * dtype.bytes();
    }

    private long ownBytes() {
        return cause == null ? 0 : bytes();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            account.closed(cause, ownBytes());
            array.close();
        }
    }

    @Override
    public String toString() {
        return dtype + Arrays.toString(shape);
    }
}
