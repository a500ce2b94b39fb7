package luthier.core.model.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Builds GGUF files field by field, broken ones too.
final class GgufBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static GgufBytes start(long tensors, long keys) {
        return new GgufBytes().raw("GGUF").int32(3).int64(tensors).int64(keys);
    }

    GgufBytes raw(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    GgufBytes int8(int value) {
        bytes.write(value);
        return this;
    }

    GgufBytes int32(int value) {
        return buffer(Integer.BYTES, buffer -> buffer.putInt(value));
    }

    GgufBytes int64(long value) {
        return buffer(Long.BYTES, buffer -> buffer.putLong(value));
    }

    GgufBytes string(String text) {
        return int64(text.getBytes(StandardCharsets.UTF_8).length).raw(text);
    }

    GgufBytes text(String key, String value) {
        return string(key).int32(8).string(value);
    }

    GgufBytes whole(String key, int value) {
        return string(key).int32(4).int32(value);
    }

    /// @param dims fastest first, as in the file
    GgufBytes tensor(String name, int type, long offset, long... dims) {
        string(name).int32(dims.length);
        for (long size : dims) {
            int64(size);
        }
        return int32(type).int64(offset);
    }

    /// Pads to 32 bytes and appends zeros.
    GgufBytes data(int count) {
        bytes.writeBytes(new byte[Math.ceilDiv(bytes.size(), 32) * 32 - bytes.size() + count]);
        return this;
    }

    byte[] array() {
        return bytes.toByteArray();
    }

    Path save(Path folder) {
        try {
            return Files.write(folder.resolve("model.gguf"), array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GgufBytes buffer(int size, Consumer<ByteBuffer> put) {
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        put.accept(buffer);
        bytes.writeBytes(buffer.array());
        return this;
    }
}
