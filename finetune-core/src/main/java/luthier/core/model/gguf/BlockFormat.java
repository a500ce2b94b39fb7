package luthier.core.model.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Turns one block of stored values into fp32. All arithmetic is fp32 in the order written, so that results equal the
/// reference implementation's bit for bit.
@FunctionalInterface
interface BlockFormat {
    /// @param block the bytes of one block
    /// @param out receives the values
    /// @param at index of the first value in `out`
    void decode(MemorySegment block, float[] out, int at);

    static int unsigned(MemorySegment block, int offset) {
        return block.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
    }

    static int signed(MemorySegment block, int offset) {
        return block.get(ValueLayout.JAVA_BYTE, offset);
    }

    static float half(MemorySegment block, int offset) {
        return Float.float16ToFloat(bits16(block, offset));
    }

    static short bits16(MemorySegment block, int offset) {
        return block.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), offset);
    }
}
