package luthier.core.model;

import java.util.List;

/// One parameter of a stage as the kernels see it: one or more checkpoint tensors below each other (projections
/// that read the same input are one product).
///
/// @param key name in the stage's dictionary, such as `qkv.w`
/// @param columns 0 for a vector
/// @param parts the checkpoint's tensors from top to bottom
public record Slot(String key, Role role, long rows, long columns, List<Part> parts) {
    /// What a parameter is for; decides weight decay and initial values.
    public enum Role {
        LINEAR,
        BIAS,
        NORM,
        EMBEDDING
    }

    /// @param tensor name in the checkpoint
    public record Part(String tensor, long rows) {}

    public Slot {
        parts = List.copyOf(parts);
    }

    public long elements() {
        return rows * Math.max(1, columns);
    }

    /// Row where a part begins.
    public long rowOf(int part) {
        return parts.subList(0, part).stream().mapToLong(Part::rows).sum();
    }

    public long[] shape() {
        return columns == 0 ? new long[] {rows} : new long[] {rows, columns};
    }
}
