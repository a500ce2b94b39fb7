package luthier.core.model.gguf;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RopeFactorsTest {
    private static final int HEAD_SIZE = 8;
    private static final double THETA = 500_000;

    @TempDir
    Path folder;

    /// The divisors of Llama 3.1's settings at this head size, computed by hand from the wavelengths: 6.28 and 167 are
    /// below 2048 and stay, 4443 lies between, 118143 is beyond 8192 and is divided by 8.
    @Test
    void recoversTheFactorOfLlama3() throws Exception {
        double smooth = (8192 / (2 * Math.PI * Math.sqrt(THETA)) - 1) / 3;
        float between = (float) (1 / ((1 - smooth) / 8 + smooth));
        try (GgufFile file = fileWith(1, 1, between, 8)) {
            RopeFactors factors = RopeFactors.read(file, divisors(file), HEAD_SIZE, THETA);
            assertThat(factors.factor()).isEqualTo(8, within(1e-9));
        }
    }

    @Test
    void refusesToGuessAtAnotherRule() throws Exception {
        try (GgufFile file = fileWith(1, 2, 4, 8)) {
            assertThat(refusal(() -> RopeFactors.read(file, divisors(file), HEAD_SIZE, THETA))
                            .problem())
                    .isEqualTo("rope_freqs.weight does not follow the rotary scaling of Llama 3.");
        }
    }

    @Test
    void refusesAWrongCount() throws Exception {
        try (GgufFile file = fileWith(1, 1, 8)) {
            assertThat(refusal(() -> RopeFactors.read(file, divisors(file), HEAD_SIZE, THETA))
                            .problem())
                    .isEqualTo("rope_freqs.weight must hold 4 numbers in F32.");
        }
    }

    private static GgufTensor divisors(GgufFile file) {
        return file.tensors().sequencedValues().getFirst();
    }

    private GgufFile fileWith(float... divisors) throws Exception {
        byte[] bytes = GgufBytes.start(1, 0)
                .tensor("rope_freqs.weight", 0, 0, divisors.length)
                .data(divisors.length * Float.BYTES)
                .array();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(bytes.length - divisors.length * Float.BYTES);
        for (float divisor : divisors) {
            buffer.putFloat(divisor);
        }
        return GgufFile.open(Files.write(folder.resolve("rope.gguf"), bytes));
    }
}
