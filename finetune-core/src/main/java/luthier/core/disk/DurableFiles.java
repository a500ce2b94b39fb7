package luthier.core.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that are whole or absent: written aside, forced to the disk, renamed.
public final class DurableFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);

    private DurableFiles() {}

    /// What goes into a file.
    @FunctionalInterface
    public interface Content<X extends Exception> {
        void writeTo(FileChannel channel) throws IOException, X;
    }

    /// Replaces or creates `target` in one step, in UTF-8.
    public static void write(Path target, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        write(target, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /// Replaces or creates `target` in one step: a reader sees the old file or the whole new one. A file that is still
    /// mapped keeps its old content; on any failure the target is untouched.
    public static <X extends Exception> void write(Path target, Content<X> content) throws IOException, X {
        Path aside = aside(target);
        try {
            try (FileChannel channel =
                    FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncParent(target);
        } finally {
            discard(aside);
        }
    }

    /// A name beside `target` that no other writer uses.
    public static Path aside(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".writing");
    }

    /// Makes a rename to `target` survive a power cut.
    public static void syncParent(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            syncFolder(folder);
        }
    }

    /// Forces every file and folder below `root`, and `root` itself, to the disk.
    public static void syncTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                sync(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                syncFolder(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Deletes a folder with all it holds; nothing happens when there is none.
    public static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Forces a folder's entries to the disk, so that a rename in it survives a power cut.
    public static void syncFolder(Path folder) throws IOException {
        // Windows cannot open a folder as a file; its file system journals renames itself.
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// What stays behind is no reason to hide what went wrong before.
    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            LOG.warn("Could not remove {}", aside, e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
