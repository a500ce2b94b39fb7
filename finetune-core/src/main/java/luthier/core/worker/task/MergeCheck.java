package luthier.core.worker.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.generate.Generator;
import luthier.core.engine.kernel.Kernels;
import luthier.core.model.DType;
import luthier.core.model.Unreadable;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.run.LuthierException;

/// Whether a merged model says the same as base and adapter: logits in fp32 after some rows.
///
/// @param tolerance of the difference: an absolute one where the merged weights are fp32; where they are rounded to
///     16 bits, some roundings of the largest logit, since every weight moved by up to half of one
record MergeCheck(int compared, double largestDifference, double tolerance) {
    private static final double FP32_TOLERANCE = 2e-3;
    /// Measured on a 30-block model in bf16: about 3 roundings; 8 leave room for deeper ones.
    private static final int ROUNDINGS = 8;

    static MergeCheck of(AnsweringModel unmerged, AnsweringModel merged, List<int[]> rows) throws LuthierException {
        try (Kernels kernels = Kernels.load(-1, 0)) {
            List<float[]> expected = logits(unmerged, kernels, rows);
            List<float[]> actual = logits(merged, kernels, rows);
            int compared = 0;
            double difference = 0;
            double largest = 0;
            for (int i = 0; i < expected.size(); i++) {
                float[] before = expected.get(i);
                for (int id = 0; id < before.length; id++) {
                    double own = Math.abs((double) before[id] - actual.get(i)[id]);
                    // A NaN on either side must not pass for equal.
                    difference = own <= difference ? difference : own;
                    largest = Math.max(largest, Math.abs(before[id]));
                    compared++;
                }
            }
            double rounding = rounding(merged.prepared().folder().path());
            return new MergeCheck(compared, difference, FP32_TOLERANCE + ROUNDINGS * rounding * largest);
        }
    }

    /// @throws LuthierException (UnreadableModel) when they differ by more than rounding
    void requireEqual(Path adapter) throws LuthierException {
        if (!(largestDifference <= tolerance)) {
            throw Unreadable.model(
                    adapter,
                    "The merged model answers otherwise than base and adapter (logits differ by " + largestDifference
                            + ", rounding explains " + tolerance + "), so it was thrown away.",
                    "Export without merging, and report this as a fault.");
        }
    }

    private static List<float[]> logits(AnsweringModel model, Kernels kernels, List<int[]> rows)
            throws LuthierException {
        List<float[]> logits = new ArrayList<>();
        try (LoadedModel loaded = model.load(kernels, DType.F32);
                Generator generator = new Generator(loaded, Integer.MAX_VALUE)) {
            for (int[] row : rows) {
                logits.add(generator.logits(row));
            }
        }
        return logits;
    }

    /// Half a step of the coarsest type that a weight is kept in, relative to the weight; 0 for fp32.
    private static double rounding(Path folder) throws LuthierException {
        double coarsest = 0;
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            for (String name : checkpoint.tensors().keySet()) {
                TensorEntry tensor = checkpoint.tensor(name);
                double own = switch (tensor.dtype()) {
                    case BF16 -> 0x1p-9;
                    case F16 -> 0x1p-12;
                    default -> 0;
                };
                coarsest = Math.max(coarsest, own);
            }
        }
        return coarsest;
    }
}
