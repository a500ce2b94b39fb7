package luthier.core.cuda;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// What comes from the server, counted. Remembers that it was the network that failed, for whoever unpacks sees only
/// that something did.
final class CountedBody extends FilterInputStream {
    private final LongConsumer counter;
    private long bytes;
    private boolean broken;

    /// @param counter hears after each piece how many bytes came so far
    CountedBody(InputStream body, LongConsumer counter) {
        super(body);
        this.counter = counter;
    }

    long bytes() {
        return bytes;
    }

    /// Whether the network failed.
    boolean broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = super.read(target, offset, length);
            if (count > 0) {
                bytes += count;
                counter.accept(bytes);
            }
            return count;
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}
