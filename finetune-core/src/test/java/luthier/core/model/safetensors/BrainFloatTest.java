package luthier.core.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrainFloatTest {
    @Test
    void everyFiniteBf16ComesBackAsItIs() {
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            float value = BrainFloat.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(BrainFloat.fromFloat(value)).isEqualTo((short) bits);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3F800000, 3F80", // exact
        "3F808000, 3F80", // a tie goes down to the even neighbour
        "3F818000, 3F82", // a tie goes up to the even neighbour
        "3F808001, 3F81", // just above a tie
        "7F7FFFFF, 7F80", // the largest fp32 becomes infinite
        "80000001, 8000", // the smallest negative subnormal becomes -0
        "7F800001, 7FC0", // a signalling NaN becomes quiet
        "FFC12345, FFC1"
    })
    void roundsToTheNearestAndTiesToEven(String from, String to) {
        float value = Float.intBitsToFloat(Integer.parseUnsignedInt(from, 16));
        assertThat(BrainFloat.fromFloat(value) & 0xFFFF).isEqualTo(Integer.parseInt(to, 16));
    }

    @Property
    void noOtherBf16IsNearer(@ForAll int bits) {
        float value = Float.intBitsToFloat(bits);
        short rounded = BrainFloat.fromFloat(value);
        if (Float.isNaN(value)) {
            assertThat(BrainFloat.toFloat(rounded)).isNaN();
            return;
        }
        if (Float.isInfinite(value) || Float.isInfinite(BrainFloat.toFloat(rounded))) {
            return;
        }
        BigDecimal distance = distance(value, rounded);
        assertThat(distance).isLessThanOrEqualTo(distance(value, (short) (rounded + 1)));
        if ((rounded & 0x7FFF) != 0) {
            assertThat(distance).isLessThanOrEqualTo(distance(value, (short) (rounded - 1)));
        }
    }

    private static BigDecimal distance(float value, short bits) {
        float other = BrainFloat.toFloat(bits);
        return Float.isFinite(other)
                ? new BigDecimal(value).subtract(new BigDecimal(other)).abs()
                : BigDecimal.valueOf(Double.MAX_VALUE);
    }
}
