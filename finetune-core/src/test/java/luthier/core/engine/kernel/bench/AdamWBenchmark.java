package luthier.core.engine.kernel.bench;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.DType;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.optimizer.UpdateRule;
import luthier.core.optimizer.adamw.AdamW;
import luthier.core.optimizer.adamw.AdamWSettings;
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

/// One update of as many numbers as LoRA of rank 16 trains on SmolLM2-135M, and of all of its weights.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AdamWBenchmark {
    private final Kernels kernels = Kernels.load(-1, 0);
    private final UpdateRule rule = new AdamW().rule(AdamWSettings.DEFAULTS);

    @Param({"4884480", "134515008"})
    public long parameters;

    @Param({"F32", "BF16"})
    public DType dtype = DType.F32;

    private @Nullable ParameterGroup group;
    private long step;

    @Setup(Level.Trial)
    public void make() {
        group = new ParameterGroup(
                true,
                zeros(dtype, parameters),
                zeros(dtype, parameters),
                Map.of("firstMoment", zeros(dtype, parameters), "secondMoment", zeros(dtype, parameters)),
                zeros(DType.F32, 1));
    }

    @TearDown(Level.Trial)
    public void close() {
        ParameterGroup made = made();
        made.parameters().close();
        made.gradients().close();
        made.states().values().forEach(Tensor::close);
        made.steps().close();
        kernels.close();
    }

    @Benchmark
    public void update() {
        rule.update(kernels, made(), ++step, 1e-4);
    }

    private Tensor zeros(DType type, long count) {
        return kernels.zeros(type, MemoryCause.OPTIMIZER, count);
    }

    private ParameterGroup made() {
        return Objects.requireNonNull(group);
    }
}
