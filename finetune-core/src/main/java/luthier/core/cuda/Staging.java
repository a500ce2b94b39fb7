package luthier.core.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luthier.core.disk.DurableFiles;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// The folder in which a download gathers: `library` with whole files, `whole` with a mark for each of them,
/// `part` the
/// file that is coming. One process at a time. What is whole stays for the next attempt.
final class Staging implements AutoCloseable {
    private final CudaLibraries libraries;
    private final FileChannel lock;
    private boolean published;

    private Staging(CudaLibraries libraries, FileChannel lock) {
        this.libraries = libraries;
        this.lock = lock;
    }

    /// @throws LuthierException (DownloadFailed) while another process fetches
    static Staging take(CudaLibraries libraries) throws IOException, LuthierException {
        Path root = libraries.staging();
        Files.createDirectories(gathered(libraries));
        Files.createDirectories(root.resolve("whole"));
        FileChannel lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new Staging(libraries, lock);
            }
        } catch (OverlappingFileLockException _) {
            // this very process fetches already
        }
        lock.close();
        throw new LuthierException(new Failure.DownloadFailed(root.toString(), Failure.DownloadProblem.IN_USE, ""));
    }

    /// Whether a file is whole from before. Its mark names address and size: another server's file is another file.
    static boolean has(CudaLibraries libraries, RemoteFile file) throws IOException {
        Path mark = mark(libraries, file);
        return Files.exists(mark)
                && Files.readString(mark).equals(markOf(file))
                && Files.exists(gathered(libraries).resolve(file.name()));
    }

    /// Writes the part that comes; [#keep] makes a whole file of it.
    void write(InputStream content) throws IOException {
        try (FileChannel part = FileChannel.open(
                part(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(part));
            part.force(true);
        }
    }

    void keep(RemoteFile file) throws IOException {
        Path folder = gathered(libraries);
        Files.deleteIfExists(mark(libraries, file));
        Files.move(part(), folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.syncFolder(folder);
        DurableFiles.write(mark(libraries, file), markOf(file));
    }

    /// Puts the whole library in its place in one step. What stood there was no library: DJL leaves its own small part
    /// in a folder of that name and makes it again.
    void publish(List<RemoteFile> files) throws IOException {
        Path folder = gathered(libraries);
        removeAllBut(files.stream().map(RemoteFile::name).collect(Collectors.toSet()), folder);
        DurableFiles.syncFolder(folder);
        if (Files.exists(libraries.folder())) {
            Path replaced = libraries.staging().resolve("replaced");
            DurableFiles.deleteTree(replaced);
            Files.move(libraries.folder(), replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(folder, libraries.folder(), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(libraries.cache());
        published = true;
    }

    // Another server may have had other files.
    private static void removeAllBut(Set<String> wanted, Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (!wanted.contains(String.valueOf(entry.getFileName()))) {
                    Files.delete(entry);
                }
            }
        }
    }

    private Path part() {
        return libraries.staging().resolve("part");
    }

    private static Path gathered(CudaLibraries libraries) {
        return libraries.staging().resolve("library");
    }

    private static Path mark(CudaLibraries libraries, RemoteFile file) {
        return libraries.staging().resolve("whole").resolve(file.name());
    }

    private static String markOf(RemoteFile file) {
        return file.bytes() + " " + file.address();
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (published) {
            DurableFiles.deleteTree(libraries.staging());
        }
    }
}
