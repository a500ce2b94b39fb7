package luthier.core.model.gguf;

import static luthier.core.model.gguf.BlockFormat.half;
import static luthier.core.model.gguf.BlockFormat.signed;
import static luthier.core.model.gguf.BlockFormat.unsigned;

import java.lang.foreign.MemorySegment;

/// Blocks of 256 values with scales of their own for groups of 32 or 16 (the "K" quantisations).
final class LargeBlocks {
    private static final int VALUES = 256;
    private static final int SCALES = 4;

    private LargeBlocks() {}

    static void q4k(MemorySegment block, float[] out, int at) {
        scaled(block, out, at, 16, false);
    }

    /// As q4k, with the fifth bits of all values in front of the nibbles.
    static void q5k(MemorySegment block, float[] out, int at) {
        scaled(block, out, at, 48, true);
    }

    private static void scaled(MemorySegment block, float[] out, int at, int nibbles, boolean fifthBits) {
        float scale = half(block, 0);
        float least = half(block, 2);
        for (int group = 0; group < VALUES / 32; group++) {
            float groupScale = scale * scaleOf(block, group);
            float groupLeast = least * leastOf(block, group);
            for (int i = 0; i < 32; i++) {
                int fifth = fifthBits ? (unsigned(block, 16 + i) >> group & 1) << 4 : 0;
                int quant = nibble(block, nibbles, group, i) | fifth;
                out[at + 32 * group + i] = groupScale * quant - groupLeast;
            }
        }
    }

    static void q6k(MemorySegment block, float[] out, int at) {
        float scale = half(block, 208);
        for (int i = 0; i < VALUES; i++) {
            int half = i / 128;
            int quarter = i % 128 / 32;
            int place = i % 32;
            int low = unsigned(block, 64 * half + 32 * (quarter % 2) + place) >> 4 * (quarter / 2) & 15;
            int high = unsigned(block, 128 + 32 * half + place) >> 2 * quarter & 3;
            out[at + i] = scale * signed(block, 192 + i / 16) * ((low | high << 4) - 32);
        }
    }

    /// Two groups of 32 share 32 bytes: the first takes the low nibbles.
    private static int nibble(MemorySegment block, int offset, int group, int i) {
        return unsigned(block, offset + 32 * (group / 2) + i) >> 4 * (group % 2) & 15;
    }

    private static int scaleOf(MemorySegment block, int group) {
        return group < 4
                ? unsigned(block, SCALES + group) & 63
                : unsigned(block, SCALES + group + 4) & 15 | unsigned(block, SCALES + group - 4) >> 6 << 4;
    }

    private static int leastOf(MemorySegment block, int group) {
        return group < 4
                ? unsigned(block, SCALES + group + 4) & 63
                : unsigned(block, SCALES + group + 4) >> 4 | unsigned(block, SCALES + group) >> 6 << 4;
    }
}
