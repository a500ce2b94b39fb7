package luthier.core.model.gguf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SequencedMap;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// A GGUF file of version 2 or 3, mapped into memory: opening reads and checks the header, values are paged in when
/// they are touched. Tensors must not be used after [#close].
public final class GgufFile implements AutoCloseable {
    private final Path file;
    private final Arena arena;
    private final GgufMetadata metadata;
    private final SequencedMap<String, GgufTensor> tensors;

    private GgufFile(Path file, Arena arena, GgufHeader header) {
        this.file = file;
        this.arena = arena;
        metadata = header.metadata();
        tensors = Collections.unmodifiableSequencedMap(header.tensors());
    }

    /// @throws LuthierException with an `UnreadableModel` when the file is missing or breaks a rule of the format
    public static GgufFile open(Path file) throws LuthierException {
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            GgufFile result = new GgufFile(file, arena, new GgufHeaderReader(file, whole).read());
            opened = true;
            return result;
        } catch (IOException e) {
            throw Unreadable.io(file, e);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    public Path path() {
        return file;
    }

    public GgufMetadata metadata() {
        return metadata;
    }

    /// All tensors by name, in the order of their data.
    public SequencedMap<String, GgufTensor> tensors() {
        return tensors;
    }

    /// Unmaps the file; every segment handed out is invalid from now on.
    @Override
    public void close() {
        arena.close();
    }
}
