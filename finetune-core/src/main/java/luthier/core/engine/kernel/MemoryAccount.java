package luthier.core.engine.kernel;

import java.util.EnumMap;
import java.util.Map;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// Counts what the engine's tensors hold, by cause, and each cause's highest since the last reading.
public final class MemoryAccount {
    private final long[] now = new long[MemoryCause.values().length];
    private final long[] peak = new long[now.length];
    private long open;

    void opened(@Nullable MemoryCause cause, long bytes) {
        open++;
        if (cause != null) {
            int i = cause.ordinal();
            now[i] += bytes;
            peak[i] = Math.max(peak[i], now[i]);
        }
    }

    void closed(@Nullable MemoryCause cause, long bytes) {
        open--;
        if (cause != null) {
            now[cause.ordinal()] -= bytes;
        }
    }

    /// Tensors not yet closed.
    public long openTensors() {
        return open;
    }

    /// Bytes held now, all causes.
    public long bytes() {
        long sum = 0;
        for (long bytes : now) {
            sum += bytes;
        }
        return sum;
    }

    /// Each cause's peak since the last call; the peaks start anew from what is held now.
    public Map<MemoryCause, Long> takePeaks() {
        Map<MemoryCause, Long> peaks = new EnumMap<>(MemoryCause.class);
        for (MemoryCause cause : MemoryCause.values()) {
            int i = cause.ordinal();
            if (peak[i] > 0) {
                peaks.put(cause, peak[i]);
            }
            peak[i] = now[i];
        }
        return peaks;
    }
}
