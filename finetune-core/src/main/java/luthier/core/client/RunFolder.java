package luthier.core.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;

/// The folder of one run and where everything in it lies. It is the truth about the run: whoever wants to know how a
/// run stands reads it.
///
/// @param path absolute
public record RunFolder(Path path) {
    public RunFolder {
        path = path.toAbsolutePath().normalize();
    }

    /// Makes the folder of a new run. One that holds anything is refused, so that no result is written over.
    public static RunFolder create(Path path, RunSpec spec) throws LuthierException {
        RunFolder folder = new RunFolder(path);
        try {
            if (Files.exists(path) && !isEmpty(path)) {
                throw new LuthierException(new Failure.InvalidSpec(
                        folder.path.toString(),
                        "run folder",
                        "holds files already; give the run another folder, or continue it with `resume`"));
            }
            Files.createDirectories(folder.checkpoints());
        } catch (NotDirectoryException e) {
            throw new LuthierException(
                    new Failure.InvalidSpec(folder.path.toString(), "run folder", "is a file, not a folder"), e);
        } catch (IOException e) {
            throw LuthierException.disk(folder.path, "the run folder", e);
        }
        RunSpecCodec.write(spec, folder.specFile());
        return folder;
    }

    /// An existing run's folder.
    public static RunFolder open(Path path) throws LuthierException {
        RunFolder folder = new RunFolder(path);
        if (!Files.isRegularFile(folder.specFile())) {
            throw new LuthierException(new Failure.InvalidSpec(
                    folder.path.toString(), "run folder", "holds no spec.json; it is not the folder of a run"));
        }
        return folder;
    }

    /// What was asked for.
    public RunSpec spec() throws LuthierException {
        return RunSpecCodec.read(specFile());
    }

    public Path specFile() {
        return path.resolve("spec.json");
    }

    /// One [luthier.core.run.RunEvent] a line, append-only.
    public Path events() {
        return path.resolve("events.jsonl");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /// The result.
    public Path output() {
        return path.resolve("output");
    }

    /// Everything the worker printed.
    public Path log() {
        return path.resolve("worker.log");
    }

    public Path controlSocket() {
        return path.resolve("control.sock");
    }

    /// Holds the socket's path where `control.sock` would be too long for the system.
    public Path controlAddress() {
        return path.resolve("control.address");
    }

    /// Locked while a worker is in the folder; holds its process id.
    public Path lock() {
        return path.resolve("lock");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
