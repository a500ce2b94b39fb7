package luthier.core.model.gguf;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// Reads and checks the header of a GGUF file; the rules are those of ggml's own reader.
final class GgufHeaderReader {
    private static final int MAGIC = 0x46554747;
    private static final int LEAST_KEY_BYTES = 8 + 4 + 1;
    private static final int LEAST_TENSOR_BYTES = 8 + 4 + 4 + 8;
    private static final int LONGEST_NAME_BYTES = 63;
    private static final int MOST_DIMENSIONS = 4;
    private static final int DEFAULT_ALIGNMENT = 32;

    private final Path file;
    private final MemorySegment whole;
    private final GgufCursor cursor;

    GgufHeaderReader(Path file, MemorySegment whole) {
        this.file = file;
        this.whole = whole;
        cursor = new GgufCursor(file, whole);
    }

    GgufHeader read() throws LuthierException {
        requireVersion();
        long tensorCount = cursor.count("tensors", LEAST_TENSOR_BYTES);
        long keyCount = cursor.count("keys", LEAST_KEY_BYTES);
        GgufMetadata metadata = readMetadata(keyCount);
        requireWhole(metadata);
        long alignment = alignment(metadata);
        List<TensorInfo> infos = new ArrayList<>();
        for (long i = 0; i < tensorCount; i++) {
            infos.add(readInfo());
        }
        return new GgufHeader(metadata, place(infos, alignment));
    }

    private record TensorInfo(String name, long[] shape, GgufType type, long offset, long bytes) {}

    private void requireVersion() throws LuthierException {
        if (cursor.remaining() < Integer.BYTES || cursor.int32() != MAGIC) {
            throw Unreadable.model(
                    file, "This is not a GGUF file: it does not begin with GGUF.", "Choose a file in GGUF format.");
        }
        int version = cursor.int32();
        if ((version & 0xFFFF) == 0) {
            throw Unreadable.model(file, "This GGUF file is big-endian.", "Choose a little-endian copy.");
        }
        if (version != 2 && version != 3) {
            throw Unreadable.model(
                    file,
                    "The file has version " + Integer.toUnsignedString(version) + " of GGUF.",
                    "Choose a copy in version 2 or 3.");
        }
    }

    private GgufMetadata readMetadata(long count) throws LuthierException {
        GgufValueReader reader = new GgufValueReader(file, cursor);
        SequencedMap<String, GgufValue> values = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            String key = cursor.string();
            if (key.isEmpty()) {
                throw Unreadable.damaged(file, "A key of the header has no name.");
            }
            if (values.put(key, reader.read(key)) != null) {
                throw Unreadable.damaged(file, "The key " + key + " is listed twice.");
            }
        }
        return new GgufMetadata(file, values);
    }

    private void requireWhole(GgufMetadata metadata) throws LuthierException {
        int parts = metadata.intValue("split.count", 1);
        if (parts > 1) {
            throw Unreadable.model(
                    file,
                    "This is one of " + parts + " parts of a split model.",
                    "Join the parts first (llama.cpp's gguf-split --merge).");
        }
    }

    private long alignment(GgufMetadata metadata) throws LuthierException {
        int alignment = metadata.intValue("general.alignment", DEFAULT_ALIGNMENT);
        if (Integer.bitCount(alignment) != 1 || alignment < 0) {
            throw metadata.refuse("general.alignment", "must be a power of two, found " + alignment);
        }
        return alignment;
    }

    private TensorInfo readInfo() throws LuthierException {
        String name = cursor.string();
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
            throw Unreadable.damaged(file, "A tensor's name is longer than 63 bytes: " + name + ".");
        }
        int dimensions = cursor.int32();
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw broken(name, "has " + Integer.toUnsignedString(dimensions) + " dimensions");
        }
        long[] shape = new long[dimensions];
        for (int i = dimensions - 1; i >= 0; i--) {
            shape[i] = cursor.int64();
        }
        int typeId = cursor.int32();
        GgufType type = GgufType.of(typeId);
        if (type == null) {
            throw broken(name, "has the unknown type " + Integer.toUnsignedString(typeId));
        }
        return new TensorInfo(name, shape, type, cursor.int64(), byteCount(name, shape, type));
    }

    private long byteCount(String name, long[] shape, GgufType type) throws LuthierException {
        long row = shape[shape.length - 1];
        if (row % type.blockElements() != 0) {
            throw broken(name, "has rows of " + row + " values, no multiple of " + type.blockElements());
        }
        long elements = 1;
        try {
            for (long size : shape) {
                if (size < 0) {
                    throw broken(name, "has an impossible shape");
                }
                elements = Math.multiplyExact(elements, size);
            }
            Math.toIntExact(row);
            return Math.multiplyExact(elements / type.blockElements(), type.blockBytes());
        } catch (ArithmeticException _) {
            throw broken(name, "has an impossible shape");
        }
    }

    private SequencedMap<String, GgufTensor> place(List<TensorInfo> infos, long alignment) throws LuthierException {
        long start = Math.ceilDiv(cursor.position(), alignment) * alignment;
        SequencedMap<String, GgufTensor> tensors = new LinkedHashMap<>();
        long position = 0;
        for (TensorInfo info : infos) {
            if (info.offset != position) {
                throw broken(info.name, "overlaps another one or leaves a gap");
            }
            long end = start + position + info.bytes;
            if (end < 0 || end > whole.byteSize()) {
                throw Unreadable.damaged(
                        file, "The file is " + missingBytes(infos, alignment, start) + " bytes short.");
            }
            GgufTensor tensor =
                    new GgufTensor(info.name, info.type, info.shape, whole.asSlice(start + position, info.bytes));
            if (tensors.put(info.name, tensor) != null) {
                throw Unreadable.damaged(file, "The tensor " + info.name + " is listed twice.");
            }
            position = Math.ceilDiv(position + info.bytes, alignment) * alignment;
        }
        return tensors;
    }

    /// Padding after the last tensor is not counted: files without it are whole.
    private long missingBytes(List<TensorInfo> infos, long alignment, long start) throws LuthierException {
        long position = start;
        long end = start;
        try {
            for (TensorInfo info : infos) {
                end = Math.addExact(position, info.bytes);
                position = Math.addExact(position, Math.ceilDiv(info.bytes, alignment) * alignment);
            }
        } catch (ArithmeticException _) {
            throw Unreadable.damaged(file, "The tensors are larger than any file.");
        }
        return end - whole.byteSize();
    }

    private LuthierException broken(String name, String what) {
        return Unreadable.damaged(file, "Tensor " + name + " " + what + ".");
    }
}
