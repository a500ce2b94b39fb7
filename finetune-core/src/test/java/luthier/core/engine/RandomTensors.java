package luthier.core.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.run.MemoryCause;

/// Random parameters for kernel tests, the same in every run.
final class RandomTensors {
    private static final double SCALE = 2;

    private final Kernels kernels;
    private final Scope scope;
    private final Random random = new Random(7);

    RandomTensors(Kernels kernels, Scope scope) {
        this.kernels = kernels;
        this.scope = scope;
    }

    Tensor normal(double deviation, long... shape) {
        return filled(0, deviation, shape);
    }

    Tensor near(double mean, long... shape) {
        return filled(mean, 0.1, shape);
    }

    private Tensor filled(double mean, double deviation, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        Tensor flat = scope.own(kernels.ofFloats(MemoryCause.WORKSPACE, values));
        return scope.own(kernels.window(flat, 0, shape));
    }

    long[] labels(int count, int vocabulary) {
        return random.longs(count, 0, vocabulary).toArray();
    }

    /// Weight, bias and, for a rank above 0, a low-rank branch for each part.
    void linear(Map<String, Tensor> p, String name, long rows, long columns, int rank, List<Long> parts) {
        p.put(name + ".w", normal(0.2, rows, columns));
        p.put(name + ".bias", normal(0.2, rows));
        if (rank == 0) {
            return;
        }
        long ranks = (long) rank * parts.size();
        p.put(name + ".a", normal(0.2, ranks, columns));
        Tensor b = scope.own(kernels.zeros(luthier.core.model.DType.F32, MemoryCause.WORKSPACE, rows, ranks));
        long[] table = new long[parts.size() * 4];
        long row = 0;
        for (int i = 0; i < parts.size(); i++) {
            long column = (long) i * rank;
            kernels.call("place")
                    .with(b)
                    .with(List.of(normal(0.2, parts.get(i), rank)))
                    .with(new long[] {row})
                    .with(new long[] {column})
                    .with(new double[] {1})
                    .run();
            long[] entry = {column, rank, row, parts.get(i)};
            System.arraycopy(entry, 0, table, i * 4, 4);
            row += parts.get(i);
        }
        p.put(name + ".b", b);
        Tensor flat = scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, table));
        p.put(name + ".parts", scope.own(kernels.window(flat, 0, parts.size(), 4)));
        double[] scales = new double[parts.size()];
        Arrays.fill(scales, SCALE);
        p.put(name + ".scales", scope.own(kernels.ofDoubles(MemoryCause.WORKSPACE, scales)));
    }

    /// A zero tensor for each gradient that the parameters can have.
    Map<String, Tensor> targets(Map<String, Tensor> p) {
        Map<String, Tensor> targets = new LinkedHashMap<>();
        p.forEach((key, tensor) -> {
            if (key.endsWith(".parts")) {
                String name = key.substring(0, key.length() - ".parts".length());
                Tensor a = p.get(name + ".a");
                long[][] table = table(tensor);
                for (int i = 0; i < table.length; i++) {
                    if (a != null) {
                        targets.put(name + ".a." + i, zeros(table[i][1], a.size(1)));
                    }
                    targets.put(name + ".b." + i, zeros(table[i][3], table[i][1]));
                }
            } else if (!key.endsWith(".a") && !key.endsWith(".b") && !key.endsWith(".scales")) {
                targets.put(key, zeros(tensor.shape()));
            }
        });
        return targets;
    }

    private Tensor zeros(long... shape) {
        return scope.own(kernels.zeros(luthier.core.model.DType.F32, MemoryCause.WORKSPACE, shape));
    }

    private long[][] table(Tensor parts) {
        float[] flat = kernels.floats(parts);
        long[][] table = new long[flat.length / 4][4];
        for (int i = 0; i < flat.length; i++) {
            table[i / 4][i % 4] = (long) flat[i];
        }
        return table;
    }

    Map<String, Tensor> blockConstants(int batch, int time, int heads, int kvHeads, int head, int block) {
        float[] frequencies = new float[head / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = (float) Math.pow(10_000, -2.0 * i / head);
        }
        Tensor inverse = scope.own(kernels.ofFloats(MemoryCause.WORKSPACE, frequencies));
        List<Tensor> tables = kernels.call("rope_tables")
                .with(inverse)
                .with((long) time)
                .with(luthier.core.model.DType.F32)
                .tensors(MemoryCause.WORKSPACE, luthier.core.model.DType.F32);
        tables.forEach(scope::own);
        Map<String, Tensor> c = new LinkedHashMap<>();
        c.put("cos", tables.get(0));
        c.put("sin", tables.get(1));
        c.put(
                "mask",
                scope.own(kernels.call("causal_mask")
                        .with(inverse)
                        .with((long) block)
                        .with((long) heads / kvHeads)
                        .with(luthier.core.model.DType.F32)
                        .tensor(luthier.core.model.DType.F32, MemoryCause.WORKSPACE)));
        c.put("dims", scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, batch, time, heads, kvHeads, head)));
        c.put("eps", scope.own(kernels.ofDouble(1e-5)));
        return c;
    }

    /// Turns dropout on.
    void dropout(Map<String, Tensor> constants, double probability) {
        constants.put("dropout", scope.own(kernels.ofDouble(probability)));
        constants.put("seed", scope.own(kernels.ofLongs(MemoryCause.WORKSPACE, 12345)));
    }

    float[] floats(Map<String, Tensor> tensors, String key) {
        Tensor tensor = tensors.get(key);
        return tensor == null ? new float[0] : kernels.floats(tensor);
    }

    /// A parameter's gradient with the oracle's; for a low-rank matrix part by part, A's with its scale.
    void compare(String key, Map<String, Tensor> targets, Map<String, Tensor> p, float[] oracle) {
        boolean down = key.endsWith(".a");
        if (!down && !key.endsWith(".b")) {
            KernelGradientTest.assertClose(key, floats(targets, key), oracle);
            return;
        }
        String name = key.substring(0, key.length() - 2);
        Tensor parts = p.get(name + ".parts");
        Tensor whole = p.get(key);
        if (parts == null || whole == null) {
            throw new AssertionError("no parts of " + key);
        }
        long[][] table = table(parts);
        int columns = (int) whole.size(1);
        for (int i = 0; i < table.length; i++) {
            int row = (int) table[i][down ? 0 : 2];
            int rows = (int) table[i][down ? 1 : 3];
            int column = down ? 0 : (int) table[i][0];
            int width = down ? columns : (int) table[i][1];
            float[] expected = new float[rows * width];
            for (int j = 0; j < expected.length; j++) {
                expected[j] = (float) ((down ? SCALE : 1) * oracle[(row + j / width) * columns + column + j % width]);
            }
            KernelGradientTest.assertClose(key + "." + i, floats(targets, key + "." + i), expected);
        }
    }
}
