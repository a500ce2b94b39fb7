package luthier.core.model.safetensors;

/// Conversion between fp32 and bf16, the upper half of an fp32. For fp16 use `Float.float16ToFloat` and
/// `Float.floatToFloat16`, which round alike.
public final class BrainFloat {
    private BrainFloat() {}

    /// Exact: every bf16 is an fp32.
    public static float toFloat(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /// Nearest bf16, ties to even; too large becomes infinite, NaN stays a (quiet) NaN of its sign.
    public static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) (bits >>> 16 | 0x40);
        }
        return (short) (bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
    }
}
