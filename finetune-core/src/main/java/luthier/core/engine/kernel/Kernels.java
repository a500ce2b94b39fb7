package luthier.core.engine.kernel;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// The loaded kernels on one device. Calls run in PyTorch's inference mode: nothing is recorded, backward is
/// written.
///
/// Not thread-safe: one thread trains.
public final class Kernels implements Held {
    private static final int TRANSFER_BYTES = 8 << 20;

    private final PtNDManager manager;
    private final PtSymbolBlock module;
    private final MemoryAccount account = new MemoryAccount();
    private final Tensor anchor;
    private final ByteBuffer transfer;

    private Kernels(PtNDManager manager, PtSymbolBlock module) {
        this.manager = manager;
        this.module = module;
        this.transfer = manager.allocateDirect(TRANSFER_BYTES);
        this.anchor = adopt((PtNDArray) manager.create(new float[] {0}), DType.F32, MemoryCause.WORKSPACE);
    }

    /// @param accelerator number of the GPU, -1 for the CPU
    /// @param threads compute threads of the CPU, 0 = PyTorch's choice
    public static Kernels load(int accelerator, int threads) {
        return load(accelerator, threads, KernelArchive.pack());
    }

    static Kernels load(int accelerator, int threads, byte[] archive) {
        Device device = accelerator < 0 ? Device.cpu() : Device.gpu(accelerator);
        PtNDManager manager = (PtNDManager) NDManager.newBaseManager(device, "PyTorch");
        if (threads > 0) {
            JniUtils.setNumThreads(threads);
        }
        JniUtils.setGradMode(false);
        try {
            return new Kernels(manager, JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false));
        } catch (IOException e) {
            throw new UncheckedIOException("The kernels could not be loaded", e);
        }
    }

    public MemoryAccount account() {
        return account;
    }

    /// Compute threads in use.
    public int threads() {
        return JniUtils.getNumThreads();
    }

    public Call call(String method) {
        return new Call(this, method);
    }

    public Tensor zeros(DType dtype, MemoryCause cause, long... shape) {
        return call("zeros").with(anchor).with(shape).with(dtype).tensor(dtype, cause);
    }

    /// A window into a flat tensor, sharing its memory.
    public Tensor window(Tensor flat, long offset, long... shape) {
        return call("window").with(flat).with(offset).with(shape).tensor(flat.dtype(), null);
    }

    public Tensor ofLongs(MemoryCause cause, long... values) {
        return adopt((PtNDArray) manager.create(values), DType.I64, cause);
    }

    /// @param values row by row
    public Tensor ofLongTable(MemoryCause cause, long[] values, long rows) {
        return adopt((PtNDArray) manager.create(values, new Shape(rows, values.length / rows)), DType.I64, cause);
    }

    public Tensor ofFloats(MemoryCause cause, float... values) {
        return adopt((PtNDArray) manager.create(values), DType.F32, cause);
    }

    public Tensor ofDoubles(MemoryCause cause, double... values) {
        return adopt((PtNDArray) manager.create(values), DType.F64, cause);
    }

    public Tensor ofDouble(double value) {
        return adopt((PtNDArray) manager.create(new double[] {value}), DType.F64, MemoryCause.WORKSPACE);
    }

    /// A tensor of a file's bytes (little-endian, row-major), copied.
    ///
    /// @param bytes its remaining bytes are read
    public Tensor ofBytes(ByteBuffer bytes, DType dtype, MemoryCause cause, long... shape) {
        ByteBuffer own = transfer(bytes.remaining());
        own.put(bytes).flip();
        try (PtNDArray raw = manager.create(own, new Shape(own.remaining()), DataType.UINT8);
                IValue rawValue = IValue.from(raw);
                IValue code = IValue.from((long) dtype.torchCode());
                IValue sizes = IValue.listFrom(shape);
                IValue result = perform("from_bytes", rawValue, code, sizes)) {
            return adopt(result.toTensor(manager), dtype, cause);
        }
    }

    /// A buffer outside the heap; used again for small transfers, because such memory is only freed by the collector.
    private ByteBuffer transfer(int bytes) {
        if (bytes > TRANSFER_BYTES) {
            return manager.allocateDirect(bytes);
        }
        return transfer.clear().limit(bytes);
    }

    /// The tensor's bytes in row-major order, little-endian.
    public ByteBuffer bytes(Tensor tensor) {
        try (Tensor raw = call("to_bytes").with(tensor).tensor(DType.U8, MemoryCause.WORKSPACE)) {
            return raw.array().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /// The elements as floats, whatever the type.
    public float[] floats(Tensor tensor) {
        try (Tensor cast = call("cast").with(tensor).with(DType.F32).tensor(DType.F32, MemoryCause.WORKSPACE)) {
            return cast.array().toFloatArray();
        }
    }

    /// The single element of a tensor as a double.
    public double number(Tensor tensor) {
        try (Tensor cast = call("cast").with(tensor).with(DType.F64).tensor(DType.F64, MemoryCause.WORKSPACE)) {
            return cast.array().toDoubleArray()[0];
        }
    }

    /// The elements of an fp64 tensor.
    public double[] doubles(Tensor tensor) {
        return tensor.array().toDoubleArray();
    }

    PtNDManager manager() {
        return manager;
    }

    Tensor adopt(PtNDArray array, DType dtype, @Nullable MemoryCause cause) {
        return new Tensor(array, dtype, array.getShape().getShape(), account, cause);
    }

    IValue perform(String method, IValue... arguments) {
        return IValueUtils.runMethod(module, method, arguments);
    }

    @Override
    public void close() {
        anchor.close();
        module.close();
        manager.close();
    }
}
