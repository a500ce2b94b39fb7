package luthier.core.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;

/// Reads `events.jsonl` while it grows. A last line without its line end is left for the next read, from its first
/// byte: a worker that resumes cuts such a line off and writes another in its place.
public final class EventTail {
    private static final int CHUNK_BYTES = 1 << 18;

    private final Path file;
    private long position;
    private long line;

    /// @param position byte to begin at, the beginning of a line
    public EventTail(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    /// All events that were completed since the last call; none when there is no file yet.
    public List<RunEvent> read() throws IOException, LuthierException {
        List<RunEvent> events = new ArrayList<>();
        if (!Files.exists(file)) {
            return events;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteArrayOutputStream begun = new ByteArrayOutputStream();
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            long at = position;
            while (channel.read(chunk, at) > 0) {
                at += chunk.position();
                consume(chunk.flip(), begun, events);
                chunk.clear();
            }
        }
        return events;
    }

    /// The byte after the last complete line read.
    public long position() {
        return position;
    }

    private void consume(ByteBuffer chunk, ByteArrayOutputStream begun, List<RunEvent> events) throws LuthierException {
        while (chunk.hasRemaining()) {
            byte next = chunk.get();
            if (next != '\n') {
                begun.write(next);
                continue;
            }
            line++;
            position += begun.size() + 1L;
            events.add(JsonLine.event(file + ", line " + line, begun.toString(StandardCharsets.UTF_8)));
            begun.reset();
        }
    }
}
