package luthier.adapters.lora;

import java.util.Arrays;
import luthier.adapters.peft.LowRank;

/// Adds a module's scaled product to rows of its matrix; a caller with a kernel for it passes that.
@FunctionalInterface
public interface LowRankAdd {
    /// W += scale · B A for `rows` rows of W from `firstRow` on.
    ///
    /// @param weight the rows, in fp32, changed in place
    void add(float[] weight, int firstRow, int rows, LowRank pair);

    /// In plain Java: each row of the product is summed up first, then scaled and added, as PEFT does.
    static LowRankAdd plain() {
        return (weight, firstRow, rows, pair) -> {
            int inputs = pair.inputs();
            float[] sum = new float[inputs];
            for (int row = 0; row < rows; row++) {
                Arrays.fill(sum, 0);
                for (int k = 0; k < pair.rank(); k++) {
                    float factor = pair.up()[(firstRow + row) * pair.rank() + k];
                    int from = k * inputs;
                    for (int column = 0; column < inputs; column++) {
                        sum[column] += factor * pair.down()[from + column];
                    }
                }
                for (int column = 0; column < inputs; column++) {
                    weight[row * inputs + column] += pair.scale() * sum[column];
                }
            }
        };
    }
}
