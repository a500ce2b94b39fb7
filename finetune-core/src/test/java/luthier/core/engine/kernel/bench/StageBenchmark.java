package luthier.core.engine.kernel.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import luthier.core.engine.OneBlock;
import luthier.core.model.DType;
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

/// A block and the head, 4 × 256 tokens, LoRA of rank 16: what a training step is made of.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StageBenchmark {
    private static final int ROWS = 4;
    private static final int LENGTH = 256;

    @Param({"BF16", "F32"})
    public DType dtype = DType.BF16;

    private @Nullable OneBlock block;

    @Setup(Level.Trial)
    public void load() {
        block = OneBlock.load(dtype, ROWS, LENGTH);
    }

    @TearDown(Level.Trial)
    public void close() {
        loaded().close();
    }

    @Benchmark
    public void llamaForward() {
        loaded().forward();
    }

    @Benchmark
    public void llamaBackward() {
        loaded().backward();
    }

    @Benchmark
    public void headLoss() {
        loaded().loss();
    }

    private OneBlock loaded() {
        return Objects.requireNonNull(block);
    }
}
