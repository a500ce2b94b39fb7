package luthier.core.model.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import luthier.core.model.safetensors.BrainFloat;
import org.jspecify.annotations.Nullable;

/// How a GGUF tensor stores its values: in blocks of some elements and bytes. Only types with a [BlockFormat] can be
/// read; the others are known by name and size, so that a file that holds them can be described.
public enum GgufType {
    F32(
            0,
            1,
            4,
            (block, out, at) ->
                    out[at] = block.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 0)),
    F16(1, 1, 2, (block, out, at) -> out[at] = BlockFormat.half(block, 0)),
    Q4_0(2, 32, 18, SmallBlocks::q40),
    Q4_1(3, 32, 20, SmallBlocks::q41),
    Q5_0(6, 32, 22, SmallBlocks::q50),
    Q5_1(7, 32, 24, SmallBlocks::q51),
    Q8_0(8, 32, 34, SmallBlocks::q80),
    Q8_1(9, 32, 40),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144, LargeBlocks::q4k),
    Q5_K(13, 256, 176, LargeBlocks::q5k),
    Q6_K(14, 256, 210, LargeBlocks::q6k),
    Q8_K(15, 256, 292),
    IQ2_XXS(16, 256, 66),
    IQ2_XS(17, 256, 74),
    IQ3_XXS(18, 256, 98),
    IQ1_S(19, 256, 50),
    IQ4_NL(20, 32, 18),
    IQ3_S(21, 256, 110),
    IQ2_S(22, 256, 82),
    IQ4_XS(23, 256, 136),
    I8(24, 1, 1),
    I16(25, 1, 2),
    I32(26, 1, 4),
    I64(27, 1, 8),
    F64(28, 1, 8),
    IQ1_M(29, 256, 56),
    BF16(30, 1, 2, (block, out, at) -> out[at] = BrainFloat.toFloat(BlockFormat.bits16(block, 0))),
    TQ1_0(34, 256, 54),
    TQ2_0(35, 256, 66),
    MXFP4(39, 32, 17),
    NVFP4(40, 64, 36),
    Q1_0(41, 128, 18);

    private final int id;
    private final int blockElements;
    private final int blockBytes;
    private final @Nullable BlockFormat format;

    GgufType(int id, int blockElements, int blockBytes) {
        this(id, blockElements, blockBytes, null);
    }

    GgufType(int id, int blockElements, int blockBytes, @Nullable BlockFormat format) {
        this.id = id;
        this.blockElements = blockElements;
        this.blockBytes = blockBytes;
        this.format = format;
    }

    /// Elements of one block; 1 for plain numbers.
    public int blockElements() {
        return blockElements;
    }

    public int blockBytes() {
        return blockBytes;
    }

    /// Whether [#decode] knows this type.
    public boolean readable() {
        return format != null;
    }

    /// Turns whole blocks into fp32.
    ///
    /// @param blocks a multiple of [#blockBytes]
    /// @param out receives as many values as the blocks hold, from index 0
    /// @throws IllegalStateException when the type is not [#readable]
    public void decode(MemorySegment blocks, float[] out) {
        if (format == null) {
            throw new IllegalStateException(this + " cannot be decoded");
        }
        int count = Math.toIntExact(blocks.byteSize() / blockBytes);
        for (int i = 0; i < count; i++) {
            format.decode(blocks.asSlice((long) i * blockBytes, blockBytes), out, i * blockElements);
        }
    }

    static @Nullable GgufType of(int id) {
        for (GgufType type : values()) {
            if (type.id == id) {
                return type;
            }
        }
        return null;
    }
}
