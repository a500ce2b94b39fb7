package luthier.core.model.gguf;

import static luthier.core.model.gguf.BlockFormat.half;
import static luthier.core.model.gguf.BlockFormat.signed;
import static luthier.core.model.gguf.BlockFormat.unsigned;

import java.lang.foreign.MemorySegment;

/// Blocks of 32 values with one scale. Low nibbles are the first 16 values, high nibbles the last 16.
final class SmallBlocks {
    private static final int VALUES = 32;

    private SmallBlocks() {}

    static void q80(MemorySegment block, float[] out, int at) {
        float scale = half(block, 0);
        for (int i = 0; i < VALUES; i++) {
            out[at + i] = scale * signed(block, 2 + i);
        }
    }

    static void q40(MemorySegment block, float[] out, int at) {
        float scale = half(block, 0);
        for (int i = 0; i < VALUES; i++) {
            out[at + i] = scale * (nibble(block, 2, i) - 8);
        }
    }

    static void q41(MemorySegment block, float[] out, int at) {
        float scale = half(block, 0);
        float least = half(block, 2);
        for (int i = 0; i < VALUES; i++) {
            out[at + i] = scale * nibble(block, 4, i) + least;
        }
    }

    static void q50(MemorySegment block, float[] out, int at) {
        float scale = half(block, 0);
        for (int i = 0; i < VALUES; i++) {
            out[at + i] = scale * ((nibble(block, 6, i) | fifthBit(block, 2, i)) - 16);
        }
    }

    static void q51(MemorySegment block, float[] out, int at) {
        float scale = half(block, 0);
        float least = half(block, 2);
        for (int i = 0; i < VALUES; i++) {
            out[at + i] = scale * (nibble(block, 8, i) | fifthBit(block, 4, i)) + least;
        }
    }

    private static int nibble(MemorySegment block, int offset, int i) {
        return unsigned(block, offset + i % 16) >> 4 * (i / 16) & 15;
    }

    private static int fifthBit(MemorySegment block, int offset, int i) {
        return (unsigned(block, offset + i / 8) >> i % 8 & 1) << 4;
    }
}
