package luthier.core.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a file aside, forces it to the disk and renames it over its target: a reader sees the old file or the whole
/// new one, never a part. A file that is still mapped keeps its old content.
public final class DurableFile {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFile.class);

    private DurableFile() {}

    /// What goes into the file.
    @FunctionalInterface
    public interface Content {
        void writeTo(FileChannel channel) throws IOException, LuthierException;
    }

    /// Replaces or creates `target`.
    ///
    /// @throws LuthierException with a `DiskFailure` when the disk refuses; the target is untouched then
    public static void write(Path target, Content content) throws LuthierException {
        Path aside = aside(target);
        try {
            try (FileChannel channel =
                    FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceParent(target);
        } catch (IOException e) {
            throw diskFailure(target, "writing", e);
        } finally {
            discard(aside);
        }
    }

    /// A name beside `target` that no other writer uses.
    public static Path aside(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /// Makes a rename to `target` survive a power cut.
    public static void forceParent(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            force(folder);
        }
    }

    /// Makes renames inside `folder` survive a power cut, where the system can open a folder (not on Windows).
    public static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// @param operation what was being done, as in "writing"
    public static LuthierException diskFailure(Path file, String operation, IOException cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new LuthierException(new Failure.DiskFailure(file.toString(), operation, reason), cause);
    }

    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            LOG.warn("Could not remove {}", aside, e);
        }
    }
}
