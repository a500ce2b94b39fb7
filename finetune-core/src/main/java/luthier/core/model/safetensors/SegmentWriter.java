package luthier.core.model.safetensors;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes memory to a channel in pieces, since a byte buffer ends at 2 GiB.
public final class SegmentWriter {
    private static final long PIECE_BYTES = 64L << 20;

    private SegmentWriter() {}

    public static void write(MemorySegment segment, WritableByteChannel channel) throws IOException {
        for (long from = 0; from < segment.byteSize(); from += PIECE_BYTES) {
            long length = Math.min(PIECE_BYTES, segment.byteSize() - from);
            writeFully(segment.asSlice(from, length).asByteBuffer(), channel);
        }
    }

    /// A channel may take less than it is given; this goes on until all is written.
    public static void writeFully(ByteBuffer bytes, WritableByteChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
