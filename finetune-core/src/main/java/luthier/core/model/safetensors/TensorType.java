package luthier.core.model.safetensors;

import luthier.core.model.DType;
import org.jspecify.annotations.Nullable;

/// Every element type a safetensors header may name. The order of the constants is the order of tensors in a file:
/// wide types first, so that each tensor is aligned to its element size.
public enum TensorType {
    U64(64, null),
    I64(64, DType.I64),
    F64(64, DType.F64),
    C64(64, null),
    F32(32, DType.F32),
    U32(32, null),
    I32(32, DType.I32),
    BF16(16, DType.BF16),
    F16(16, DType.F16),
    U16(16, null),
    I16(16, DType.I16),
    F8_E5M2FNUZ(8, null),
    F8_E4M3FNUZ(8, null),
    F8_E8M0(8, null),
    F8_E4M3(8, null),
    F8_E5M2(8, null),
    I8(8, DType.I8),
    U8(8, DType.U8),
    F6_E3M2(6, null),
    F6_E2M3(6, null),
    F4(4, null),
    BOOL(8, DType.BOOL);

    private final int bits;
    private final @Nullable DType dtype;

    TensorType(int bits, @Nullable DType dtype) {
        this.bits = bits;
        this.dtype = dtype;
    }

    /// Bits of one element; 6 and 4 are packed.
    public int bits() {
        return bits;
    }

    /// The type Luthier computes with; null when its values cannot be read.
    public @Nullable DType dtype() {
        return dtype;
    }

    /// The header's type of `dtype`; the two share their names.
    public static TensorType of(DType dtype) {
        return valueOf(dtype.name());
    }

    /// Null when no type has that name.
    static @Nullable TensorType named(String name) {
        for (TensorType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
