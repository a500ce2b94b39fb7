package luthier.adapters.peft;

/// One module's pair of matrices.
///
/// @param scale factor of the product
/// @param down A, [rank, inputs] row by row
/// @param up B, [outputs, rank] row by row
public record LowRank(int rank, int inputs, int outputs, float scale, float[] down, float[] up) {
    public LowRank {
        if (down.length != (long) rank * inputs || up.length != (long) rank * outputs) {
            throw new IllegalArgumentException("A has " + down.length + " and B " + up.length + " numbers, not rank "
                    + rank + " times " + inputs + " and " + outputs);
        }
    }
}
