package luthier.core.worker.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.MergeReference;
import luthier.core.engine.generate.Generator;
import luthier.core.engine.kernel.Kernels;
import luthier.core.model.DType;
import luthier.core.model.Unreadable;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.run.LuthierException;

/// Whether a merged model is base and adapter: its logits after some rows, in fp32, against those of base and adapter
/// merged by the engine itself and rounded alike.
///
/// @param largestDifference of the merged model from that reference
/// @param rounding largest difference of that reference from base and adapter: what keeping the sums in 16 bits costs
///     on these very rows, 0 or nearly so where they are kept in 32
record MergeCheck(int compared, double largestDifference, double rounding) {
    private static final double FP32_TOLERANCE = 2e-3;

    /// Two right merges sum in another order, so a few weights (fewer than one in a thousand) lie so near the
    /// middle of two 16-bit numbers that they are rounded to different ones: one step each, where rounding moved
    /// every weight by up to half a step. Independent errors add by their squares: √(0.001 · 12) = 0.11 of what
    /// rounding did.
    private static final double SHARE_OF_ROUNDING = 0.11;

    static MergeCheck of(AnsweringModel unmerged, AnsweringModel merged, List<int[]> rows) throws LuthierException {
        try (Kernels kernels = Kernels.load(-1, 0)) {
            List<float[]> exact;
            List<float[]> reference;
            try (LoadedModel loaded = unmerged.load(kernels, DType.F32);
                    Checkpoint base = unmerged.prepared().folder().openWeights()) {
                exact = logits(loaded, rows);
                try (MergeReference rounded = new MergeReference(loaded, base)) {
                    reference = logits(rounded.model(), rows);
                }
            }
            List<float[]> actual;
            try (LoadedModel loaded = merged.load(kernels, DType.F32)) {
                actual = logits(loaded, rows);
            }
            int compared = reference.stream().mapToInt(row -> row.length).sum();
            return new MergeCheck(compared, difference(reference, actual), difference(exact, reference));
        }
    }

    /// How far a right merge may be from the reference.
    double tolerance() {
        return FP32_TOLERANCE + SHARE_OF_ROUNDING * rounding;
    }

    /// @throws LuthierException (UnreadableModel) when they differ by more than that
    void requireEqual(Path adapter) throws LuthierException {
        if (!(largestDifference <= tolerance())) {
            throw Unreadable.model(
                    adapter,
                    "The merged model answers otherwise than base and adapter (logits differ by " + largestDifference
                            + " beyond rounding, " + tolerance() + " can be explained), so it was thrown away.",
                    "Export without merging, and report this as a fault.");
        }
    }

    private static List<float[]> logits(LoadedModel model, List<int[]> rows) throws LuthierException {
        List<float[]> logits = new ArrayList<>();
        try (Generator generator = new Generator(model, Integer.MAX_VALUE)) {
            for (int[] row : rows) {
                logits.add(generator.logits(row));
            }
        }
        return logits;
    }

    private static double difference(List<float[]> expected, List<float[]> actual) {
        double largest = 0;
        for (int row = 0; row < expected.size(); row++) {
            for (int id = 0; id < expected.get(row).length; id++) {
                double own = Math.abs((double) expected.get(row)[id] - actual.get(row)[id]);
                // A NaN on either side must not pass for equal.
                largest = own <= largest ? largest : own;
            }
        }
        return largest;
    }
}
