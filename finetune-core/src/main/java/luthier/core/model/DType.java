package luthier.core.model;

/// Element types. The name is the one in safetensors headers; `torchCode` is PyTorch's ScalarType number.
public enum DType {
    F64(8, 7),
    F32(4, 6),
    F16(2, 5),
    BF16(2, 15),
    I64(8, 4),
    I32(4, 3),
    I16(2, 2),
    I8(1, 1),
    U8(1, 0),
    BOOL(1, 11);

    private final int bytes;
    private final int torchCode;

    DType(int bytes, int torchCode) {
        this.bytes = bytes;
        this.torchCode = torchCode;
    }

    public int bytes() {
        return bytes;
    }

    public int torchCode() {
        return torchCode;
    }
}
