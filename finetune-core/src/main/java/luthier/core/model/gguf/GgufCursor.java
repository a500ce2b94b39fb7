package luthier.core.model.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// Reads the little-endian fields of a GGUF header one after the other and never beyond the file.
final class GgufCursor {
    static final String ENDS_EARLY = "The file ends inside its header; the download is probably incomplete.";
    private static final long LONGEST_STRING_BYTES = 1L << 30;

    private final Path file;
    private final MemorySegment bytes;
    private long position;

    GgufCursor(Path file, MemorySegment bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    long position() {
        return position;
    }

    long remaining() {
        return bytes.byteSize() - position;
    }

    byte int8() throws LuthierException {
        return bytes.get(ValueLayout.JAVA_BYTE, advance(1));
    }

    short int16() throws LuthierException {
        return bytes.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), advance(2));
    }

    int int32() throws LuthierException {
        return bytes.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), advance(4));
    }

    long int64() throws LuthierException {
        return bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), advance(8));
    }

    /// A count of things that take at least `leastBytes` each, so that a wrong count is found before it is used.
    ///
    /// @param what names the things, as in "tensors"
    long count(String what, int leastBytes) throws LuthierException {
        long count = int64();
        if (count < 0 || count > remaining() / leastBytes) {
            throw Unreadable.damaged(
                    file,
                    "The file claims " + Long.toUnsignedString(count) + " " + what + ", more than it has room for.");
        }
        return count;
    }

    String string() throws LuthierException {
        long length = int64();
        if (length < 0 || length > LONGEST_STRING_BYTES || length > remaining()) {
            throw Unreadable.damaged(file, ENDS_EARLY);
        }
        MemorySegment text = bytes.asSlice(advance(length), length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(text.asByteBuffer())
                    .toString();
        } catch (CharacterCodingException _) {
            throw Unreadable.damaged(file, "A text in the header is not valid UTF-8.");
        }
    }

    private long advance(long count) throws LuthierException {
        if (count > remaining()) {
            throw Unreadable.damaged(file, ENDS_EARLY);
        }
        long from = position;
        position += count;
        return from;
    }
}
