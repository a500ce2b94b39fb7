package luthier.core.engine.plan;

/// What a worker holds before it has a model: the Java machine, PyTorch's libraries, the kernels, the tokenizer.
public final class RuntimeMemory {
    /// For plans made before PyTorch is loaded. Measured with SmolLM2-135M on Linux x86-64, PyTorch 2.7.1 for the CPU:
    /// 308 MiB with kernels loaded and data read, and about 90 MiB more beside the tensors after the first steps
    /// (compiled code, buffers of the libraries).
    public static final long WORKER_BYTES = 400L << 20;

    private RuntimeMemory() {}
}
