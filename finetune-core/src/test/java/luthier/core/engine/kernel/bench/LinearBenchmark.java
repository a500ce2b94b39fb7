package luthier.core.engine.kernel.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.engine.kernel.TestKernels;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The products of a block alone, without anything between them: what the stages could reach.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LinearBenchmark {
    private static final long ROWS = 1024;

    private final Kernels kernels = TestKernels.load(-1, 0);

    @Param({"BF16", "F32"})
    public DType dtype = DType.BF16;

    /// Inputs and outputs: qkv, out, gate with up, down.
    @Param({"576x960", "576x576", "576x3072", "1536x576"})
    public String shape = "576x576";

    private @Nullable Tensor x;
    private @Nullable Tensor w;

    @Setup(Level.Trial)
    public void make() {
        List<Long> sizes = Arrays.stream(shape.split("x")).map(Long::valueOf).toList();
        x = normal(ROWS, sizes.get(0));
        w = normal(sizes.get(0), sizes.get(1));
    }

    @TearDown(Level.Trial)
    public void close() {
        made(x).close();
        made(w).close();
        kernels.close();
    }

    @Benchmark
    public void product() {
        kernels.call("product")
                .with(made(x))
                .with(made(w))
                .tensor(dtype, MemoryCause.WORKSPACE)
                .close();
    }

    private Tensor normal(long rows, long columns) {
        Tensor values = kernels.zeros(dtype, MemoryCause.WORKSPACE, rows, columns);
        kernels.call("random_normal").with(values).with(1.0).with(5L).run();
        return values;
    }

    private static Tensor made(@Nullable Tensor tensor) {
        return Objects.requireNonNull(tensor);
    }
}
