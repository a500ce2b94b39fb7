package luthier.core.run;

import java.util.Map;

/// Memory at one moment.
///
/// @param bytes by cause, as the engine's scopes count them (peak since the last sample)
/// @param residentBytes the process's resident size now
/// @param peakResidentBytes its highest so far
/// @param deviceBytes memory allocated on the accelerator, 0 without one
public record MemorySample(Map<MemoryCause, Long> bytes, long residentBytes, long peakResidentBytes, long deviceBytes) {
    public MemorySample {
        bytes = Map.copyOf(bytes);
    }
}
