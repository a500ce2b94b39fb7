package luthier.core.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import luthier.core.run.LuthierException;

/// A whole file mapped into memory, read-only; pages come in when they are touched.
///
/// @param bytes invalid after [#close]
public record MappedFile(Path path, MemorySegment bytes, Arena arena) implements AutoCloseable {
    /// @throws LuthierException with an `UnreadableModel` when the file is missing or may not be read
    @SuppressWarnings("MustBeClosedChecker") // the arena is the result's: its close() closes it
    public static MappedFile open(Path path) throws LuthierException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new MappedFile(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), arena);
        } catch (IOException e) {
            arena.close();
            throw Unreadable.io(path, e);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
