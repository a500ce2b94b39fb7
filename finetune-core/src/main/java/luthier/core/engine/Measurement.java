package luthier.core.engine;

import java.util.EnumMap;
import java.util.Map;
import luthier.core.data.batch.Batch;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.plan.MemoryPlan;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;

/// What real steps at the longest batch hold.
///
/// @param bytes peak of each cause; the runtime's share is what the process held beyond the causes that are counted
/// @param residentPeakBytes of the whole process while it stepped
public record Measurement(Map<MemoryCause, Long> bytes, long residentPeakBytes) {
    private static final int STEPS = 2;

    public Measurement {
        bytes = Map.copyOf(bytes);
    }

    /// Told before each step.
    @FunctionalInterface
    public interface Listener {
        void stepping(int step, int steps) throws LuthierException;
    }

    /// Loads the model and trains it for a moment; nothing is kept.
    ///
    /// @param plan decides which blocks keep their activations
    public static Measurement of(PreparedRun run, MemoryPlan plan, Kernels kernels, Listener listener)
            throws LuthierException {
        Batch longest = run.data().training().longest();
        try (TrainingSession session = TrainingSession.open(run, kernels, plan.keptBlocks())) {
            // Loading reads through mapped files, which count as resident but can be dropped at any time.
            ProcessMemory.forgetPeak();
            kernels.account().takePeaks();
            for (int step = 0; step < STEPS; step++) {
                listener.stepping(step + 1, STEPS);
                session.rehearse(longest, step);
            }
            return of(kernels.account().takePeaks(), ProcessMemory.peakResidentBytes());
        }
    }

    private static Measurement of(Map<MemoryCause, Long> peaks, long resident) {
        Map<MemoryCause, Long> bytes = new EnumMap<>(MemoryCause.class);
        bytes.putAll(peaks);
        long counted = peaks.values().stream().mapToLong(Long::longValue).sum();
        bytes.put(MemoryCause.RUNTIME, Math.max(0, resident - counted));
        return new Measurement(bytes, resident);
    }
}
