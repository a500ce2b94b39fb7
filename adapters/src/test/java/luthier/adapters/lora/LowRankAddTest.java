package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import luthier.adapters.peft.LowRank;
import luthier.core.run.Randomness;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LowRankAddTest {
    @Property(tries = 200)
    void addsTheScaledProductToAnyRows(
            @ForAll @IntRange(min = 1, max = 6) int rank,
            @ForAll @IntRange(min = 1, max = 20) int inputs,
            @ForAll @IntRange(min = 1, max = 20) int outputs,
            @ForAll @IntRange(min = 0, max = 19) int start,
            @ForAll long seed) {
        int first = start % outputs;
        float[] down = random(rank * inputs, seed, "down");
        float[] up = random(outputs * rank, seed, "up");
        float[] before = random((outputs - first) * inputs, seed, "weight");
        float scale = 0.25f + rank;
        float[] after = before.clone();
        LowRankAdd.plain().add(after, first, outputs - first, new LowRank(rank, inputs, outputs, scale, down, up));
        for (int row = first; row < outputs; row++) {
            for (int column = 0; column < inputs; column++) {
                double product = 0;
                for (int k = 0; k < rank; k++) {
                    product += (double) up[row * rank + k] * down[k * inputs + column];
                }
                int at = (row - first) * inputs + column;
                double expected = before[at] + scale * product;
                assertThat((double) after[at]).isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
            }
        }
    }

    private static float[] random(int count, long seed, String purpose) {
        Randomness draws = Randomness.of(seed, purpose, 0, 0);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * draws.nextFloat() - 1;
        }
        return values;
    }
}
