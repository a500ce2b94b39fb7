package luthier.core.engine.plan;

/// What a worker holds before it has a model: the Java machine, PyTorch's libraries, the kernels, the tokenizer.
public final class RuntimeMemory {
    /// Resident size of a worker with loaded kernels and read data, rounded up: measured at WORKER_MEASURED on Linux
    /// x86-64 with PyTorch 2.7.1 for the CPU. For plans made before PyTorch is loaded.
    public static final long WORKER_BYTES = 480L << 20;

    private RuntimeMemory() {}
}
