package luthier.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Oracle;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.engine.kernel.TestKernels;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every written backward against PyTorch's autograd on random inputs, in fp32.
final class KernelGradientTest {
    private static final double TOLERANCE = 1e-5;

    /// Head size is twice `half`; `block` is how many query positions go at once.
    @ParameterizedTest
    @CsvSource({
        "1, 7, 1, 1, 2, 8, 12, 0, 64, 0",
        "2, 33, 6, 2, 8, 96, 160, 4, 64, 0",
        "1, 40, 4, 4, 4, 32, 48, 2, 16, 0",
        "3, 50, 6, 3, 4, 40, 24, 3, 32, 0",
        "2, 16, 8, 1, 2, 24, 40, 1, 5, 0",
        "2, 33, 6, 2, 8, 96, 160, 4, 64, 0.3",
        "2, 16, 8, 1, 2, 24, 40, 1, 5, 0.5"
    })
    void aBlocksBackwardEqualsAutograd(
            int batch,
            int time,
            int heads,
            int kvHeads,
            int half,
            int width,
            int inner,
            int rank,
            int block,
            double dropout) {
        int head = 2 * half;
        try (Kernels kernels = Kernels.load(-1, 1);
                Scope scope = new Scope()) {
            RandomTensors random = new RandomTensors(kernels, scope);
            long rows = (heads + 2L * kvHeads) * head;
            Map<String, Tensor> p = new LinkedHashMap<>();
            p.put("norm1", random.near(1, width));
            p.put("norm2", random.near(1, width));
            random.linear(
                    p,
                    "qkv",
                    rows,
                    width,
                    rank,
                    List.of((long) heads * head, (long) kvHeads * head, (long) kvHeads * head));
            random.linear(p, "out", width, (long) heads * head, rank, List.of((long) width));
            random.linear(p, "gate", inner, width, rank, List.of((long) inner));
            random.linear(p, "up", inner, width, rank, List.of((long) inner));
            random.linear(p, "down", width, inner, rank, List.of((long) width));
            Map<String, Tensor> targets = random.targets(p);
            Map<String, Tensor> c = random.blockConstants(batch, time, heads, kvHeads, head, Math.min(block, time));
            if (dropout > 0) {
                random.dropout(c, dropout);
            }
            Tensor x = random.normal(1, (long) batch * time, width);
            Tensor gradient = random.normal(1, (long) batch * time, width);
            List<Tensor> made = kernels.call("llama_forward")
                    .with(x)
                    .with(scope.map(p))
                    .with(scope.map(c))
                    .tensors(MemoryCause.ACTIVATIONS, DType.F32);
            made.forEach(scope::own);
            Tensor dx = scope.own(kernels.call("llama_backward")
                    .with(gradient)
                    .with(x)
                    .with(scope.map(p))
                    .with(scope.map(targets))
                    .with(scope.map(c))
                    .with(made.subList(1, made.size()))
                    .tensor(DType.F32, MemoryCause.ACTIVATIONS));

            List<String> wanted = p.keySet().stream()
                    .filter(key -> !key.endsWith("parts") && !key.endsWith("scales"))
                    .sorted()
                    .toList();
            List<float[]> oracle = Oracle.block(kernels, x, gradient, p, c, wanted);
            assertClose("output", kernels.floats(made.getFirst()), oracle.get(0));
            assertClose("input", kernels.floats(dx), oracle.get(1));
            for (int i = 0; i < wanted.size(); i++) {
                random.compare(wanted.get(i), targets, p, oracle.get(i + 2));
            }
        }
    }

    /// Parts with the same A see the same low-rank product exactly when they see the same mask.
    @Test
    void everyPartDrawsAMaskOfItsOwnAndDrawsItAgain() {
        int rank = 3;
        try (Kernels kernels = TestKernels.load(-1, 1);
                Scope scope = new Scope()) {
            RandomTensors random = new RandomTensors(kernels, scope);
            Map<String, Tensor> p = new LinkedHashMap<>();
            random.linear(p, "qkv", 12, 40, rank, List.of(4L, 4L, 4L));
            Tensor same = random.normal(1, rank, 40);
            Tensor a = scope.own(kernels.zeros(DType.F32, MemoryCause.WORKSPACE, 3L * rank, 40));
            for (long row = 0; row < 3L * rank; row += rank) {
                kernels.call("copy_rows").with(a).with(same).with(row).run();
            }
            p.put("qkv.a", a);
            Tensor x = random.normal(1, 16, 40);
            Map<String, Tensor> c = new LinkedHashMap<>();
            float[] all = low(kernels, scope, x, p, c);
            random.dropout(c, 0.5);
            float[] dropped = low(kernels, scope, x, p, c);
            assertThat(low(kernels, scope, x, p, c)).isEqualTo(dropped);
            for (int at = 0; at < dropped.length; at += 3 * rank) {
                float[] q = Arrays.copyOfRange(dropped, at, at + rank);
                float[] k = Arrays.copyOfRange(dropped, at + rank, at + 2 * rank);
                float[] v = Arrays.copyOfRange(dropped, at + 2 * rank, at + 3 * rank);
                assertThat(List.of(q, k, v)).doesNotHaveDuplicates();
                assertClose(
                        "without dropout",
                        Arrays.copyOfRange(all, at, at + rank),
                        Arrays.copyOfRange(all, at + rank, at + 2 * rank));
            }
        }
    }

    private static float[] low(Kernels kernels, Scope scope, Tensor x, Map<String, Tensor> p, Map<String, Tensor> c) {
        return kernels.floats(scope.own(kernels.call("low_rank")
                .with(x)
                .with(scope.map(p))
                .with(scope.map(c))
                .tensor(DType.F32, MemoryCause.WORKSPACE)));
    }

    @ParameterizedTest
    @CsvSource({"5, 8, 11, 2", "50, 96, 77, 7", "64, 32, 300, 64", "33, 16, 40, 128"})
    void theHeadsLossAndBackwardEqualAutograd(int rows, int width, int vocabulary, int chunk) {
        try (Kernels kernels = Kernels.load(-1, 1);
                Scope scope = new Scope()) {
            RandomTensors random = new RandomTensors(kernels, scope);
            Map<String, Tensor> p = new LinkedHashMap<>();
            p.put("norm", random.near(1, width));
            p.put("head.w", random.normal(0.3, vocabulary, width));
            Map<String, Tensor> targets = random.targets(p);
            // Every second row is supervised; the others must get a gradient of zero.
            List<Long> supervised = new ArrayList<>();
            for (long row = 0; row < rows; row += 2) {
                supervised.add(row);
            }
            long[] taken = supervised.stream().mapToLong(Long::longValue).toArray();
            long[] labels = random.labels(taken.length, vocabulary);
            Map<String, Tensor> c = new LinkedHashMap<>();
            c.put("eps", scope.own(kernels.ofDouble(1e-5)));
            c.put("scale", scope.own(kernels.ofDouble(1.0 / taken.length)));
            c.put("chunk", scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, chunk)));
            Tensor x = random.normal(1, rows, width);
            List<Tensor> made = kernels.call("head_loss")
                    .with(x)
                    .with(scope.map(p))
                    .with(scope.map(targets))
                    .with(scope.map(c))
                    .with(scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, taken)))
                    .with(scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, labels)))
                    .tensors(MemoryCause.ACTIVATIONS, DType.F32);
            made.forEach(scope::own);

            List<float[]> oracle = Oracle.head(kernels, x, taken, labels, p, c, List.of("head.w", "norm"));
            assertThat(kernels.number(made.getFirst()) / taken.length)
                    .isCloseTo(oracle.get(0)[0], org.assertj.core.data.Offset.offset(TOLERANCE));
            assertClose("input", kernels.floats(made.get(1)), oracle.get(1));
            assertClose("head.w", random.floats(targets, "head.w"), oracle.get(2));
            assertClose("norm", random.floats(targets, "norm"), oracle.get(3));
        }
    }

    /// Relative to the tensor's own norm.
    static void assertClose(String what, float[] actual, float[] expected) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < actual.length; i++) {
            difference += Math.pow((double) actual[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(difference)).as(what).isLessThanOrEqualTo(TOLERANCE * Math.sqrt(norm) + 1e-12);
    }
}
