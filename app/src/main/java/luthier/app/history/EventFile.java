package luthier.app.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// `events.jsonl` of a run, read as fast as the machine can: in blocks, by all cores. A line that is damaged is passed
/// over and told.
///
/// @param path may not exist yet
public record EventFile(Path path) {
    private static final int BLOCK_BYTES = 16 << 20;
    private static final int MOST_TOLD = 1000;

    /// @param size of the file when it was read
    /// @param position byte after the last complete line
    /// @param lastLine byte at which the last complete line begins
    /// @param damaged numbers of the lines that could not be read, the first thousand of them
    public record Read(long size, long position, long lastLine, List<Long> damaged) {
        public Read {
            damaged = List.copyOf(damaged);
        }
    }

    /// Hands every event of every complete line to the sink, in order, in the caller's thread.
    public Read read(Consumer<RunEvent> sink) throws IOException {
        if (!Files.exists(path)) {
            return new Read(0, 0, 0, List.of());
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(channel, sink);
        }
    }

    private static Read read(FileChannel channel, Consumer<RunEvent> sink) throws IOException {
        List<Long> damaged = new ArrayList<>();
        byte[] block = new byte[Math.clamp(channel.size(), 1, BLOCK_BYTES)];
        int filled = 0;
        long position = 0;
        long lastLine = 0;
        long lines = 0;
        while (true) {
            int read = channel.read(ByteBuffer.wrap(block, filled, block.length - filled), position + filled);
            if (read <= 0) {
                return new Read(position + filled, position, lastLine, damaged);
            }
            filled += read;
            int whole = afterLastLineEnd(block, filled);
            if (whole == 0) {
                block = filled == block.length ? Arrays.copyOf(block, 2 * filled) : block;
                continue;
            }
            lines = deliver(block, whole, lines, sink, damaged);
            lastLine = position + afterLastLineEnd(block, whole - 1);
            position += whole;
            filled -= whole;
            System.arraycopy(block, whole, block, 0, filled);
        }
    }

    private static long deliver(
            byte[] block, int whole, long linesBefore, Consumer<RunEvent> sink, List<Long> damaged) {
        int parts = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), whole >> 16));
        int[] bounds = new int[parts + 1];
        for (int i = 1; i < parts; i++) {
            bounds[i] = Math.max(bounds[i - 1], afterLastLineEnd(block, (int) ((long) whole * i / parts)));
        }
        bounds[parts] = whole;
        List<List<@Nullable RunEvent>> read = IntStream.range(0, parts)
                .parallel()
                .mapToObj(i -> new EventLines(block).read(bounds[i], bounds[i + 1]))
                .toList();
        long line = linesBefore;
        for (List<@Nullable RunEvent> part : read) {
            for (RunEvent event : part) {
                line++;
                if (event != null) {
                    sink.accept(event);
                } else if (damaged.size() < MOST_TOLD) {
                    damaged.add(line);
                }
            }
        }
        return line;
    }

    /// The index behind the last line end before `end`, 0 when there is none.
    private static int afterLastLineEnd(byte[] block, int end) {
        for (int i = end; i > 0; i--) {
            if (block[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }
}
