package luthier.core.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GgufTypeTest {
    @ParameterizedTest
    @EnumSource(
            value = GgufType.class,
            names = {"F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q4_K", "Q5_K", "Q6_K"})
    void decodesBlocksToTheBitsOfTheReference(GgufType type) throws Exception {
        JsonNode golden;
        try (InputStream in = GgufTypeTest.class.getResourceAsStream("golden-blocks.json")) {
            golden = JsonMapper.shared().readTree(in).path(type.name());
        }
        byte[] blocks = HexFormat.of().parseHex(golden.path("blocks").stringValue());
        ByteBuffer expected = ByteBuffer.wrap(
                        HexFormat.of().parseHex(golden.path("values").stringValue()))
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[blocks.length / type.blockBytes() * type.blockElements()];
        assertThat(values.length * Float.BYTES).isEqualTo(expected.remaining()).isPositive();
        type.decode(MemorySegment.ofArray(blocks), values);
        for (float value : values) {
            assertThat(Float.floatToRawIntBits(value)).isEqualTo(expected.getInt());
        }
    }

    @Test
    void decodesPlainFloats() {
        float[] values = new float[2];
        byte[] bytes = {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0};
        GgufType.F32.decode(MemorySegment.ofArray(bytes), values);
        assertThat(values).containsExactly(1, -2);
    }

    @Test
    void knowsTypesItCannotDecode() {
        assertThat(GgufType.of(16)).isEqualTo(GgufType.IQ2_XXS);
        assertThat(GgufType.of(4)).isNull();
        assertThat(GgufType.Q2_K.readable()).isFalse();
        assertThatThrownBy(() -> GgufType.Q2_K.decode(MemorySegment.ofArray(new byte[84]), new float[256]))
                .isInstanceOf(IllegalStateException.class);
    }
}
