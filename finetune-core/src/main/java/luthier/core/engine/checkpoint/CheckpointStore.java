package luthier.core.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.disk.DurableFiles;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// The checkpoints of one run: folders `step-000123`, each whole or absent whatever happens while it is written.
///
/// A folder is written under a name that begins with a dot, forced to the disk and renamed; it is renamed back before
/// it is deleted or replaced. What such a name is left on after a crash is swept away by [#latest].
public final class CheckpointStore {
    private static final String PREFIX = "step-";
    private static final String WRITING = ".writing-";
    private static final String REPLACED = ".replaced-";
    private static final String DELETING = ".deleting-";
    private static final String BEST = "best.json";

    private final Path folder;

    /// @param folder the run's `checkpoints/`
    public CheckpointStore(Path folder) {
        this.folder = folder;
    }

    /// Writes the checkpoint of a step and returns its folder. When it fails, the older ones stand as before.
    public Path save(long step, FolderContent content) throws LuthierException {
        String name = PREFIX + String.format(Locale.ROOT, "%06d", step);
        Path target = folder.resolve(name);
        Path aside = folder.resolve(WRITING + name);
        String operation = "the checkpoint of step " + step;
        return guarded(target, operation, () -> {
            DurableFiles.deleteTree(aside);
            try {
                Files.createDirectories(aside);
                write(content, aside, target, operation);
                DurableFiles.syncTree(aside);
                publish(aside, target);
            } finally {
                DurableFiles.deleteTree(aside);
            }
            return target;
        });
    }

    /// A person knows the checkpoint, not the names it has while it is written.
    private static void write(FolderContent content, Path aside, Path target, String operation)
            throws IOException, LuthierException {
        try {
            content.writeTo(aside);
        } catch (LuthierException e) {
            if (e.failure() instanceof Failure.DiskFailure disk) {
                throw new LuthierException(new Failure.DiskFailure(target.toString(), operation, disk.problem()), e);
            }
            throw e;
        }
    }

    /// The folder of the newest whole checkpoint, or null. Removes what an interrupted save left.
    public @Nullable Path latest() throws LuthierException {
        List<Path> whole = guarded(folder, "the list of checkpoints", () -> {
            sweep();
            return whole();
        });
        return whole.isEmpty() ? null : whole.getLast();
    }

    /// Notes that the checkpoint of this step is the best so far.
    public void markBest(long step) throws LuthierException {
        Path file = folder.resolve(BEST);
        guarded(file, "the mark of the best checkpoint", () -> {
            DurableFiles.write(file, JsonLine.write(Map.of("step", step)) + "\n");
            return file;
        });
    }

    /// The folder of the checkpoint marked best, or null when none is marked or it is gone.
    public @Nullable Path best() throws LuthierException {
        Path file = folder.resolve(BEST);
        if (!Files.exists(file)) {
            return null;
        }
        String json = guarded(file, "the mark of the best checkpoint", () -> Files.readString(file));
        if (!(JsonLine.object(file.toString(), json).get("step") instanceof Number step)) {
            throw new LuthierException(new Failure.InvalidSpec(file.toString(), "step", "must be a whole number"));
        }
        List<Path> whole = guarded(folder, "the list of checkpoints", this::whole);
        return whole.stream()
                .filter(checkpoint -> stepOf(checkpoint) == step.longValue())
                .findFirst()
                .orElse(null);
    }

    /// Deletes all but the newest `keep` checkpoints and the best one.
    public void prune(int keep) throws LuthierException {
        Path best = best();
        guarded(folder, "the removal of old checkpoints", () -> {
            List<Path> whole = whole();
            for (Path old : whole.subList(0, Math.max(0, whole.size() - keep))) {
                if (!old.equals(best)) {
                    Path aside = folder.resolve(DELETING + old.getFileName());
                    Files.move(old, aside, StandardCopyOption.ATOMIC_MOVE);
                    DurableFiles.deleteTree(aside);
                }
            }
            return folder;
        });
    }

    /// The step a checkpoint's folder is named after.
    public static long stepOf(Path checkpoint) {
        return Long.parseLong(String.valueOf(checkpoint.getFileName()).substring(PREFIX.length()));
    }

    // A step is saved again when a run is resumed from before it; a folder cannot be renamed over another one.
    private void publish(Path aside, Path target) throws IOException {
        Path replaced = folder.resolve(REPLACED + target.getFileName());
        if (Files.exists(target)) {
            DurableFiles.deleteTree(replaced);
            Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(folder);
        DurableFiles.deleteTree(replaced);
    }

    private void sweep() throws IOException {
        for (Path entry : entries()) {
            String name = String.valueOf(entry.getFileName());
            Path target = folder.resolve(name.substring(name.indexOf(PREFIX) < 0 ? 0 : name.indexOf(PREFIX)));
            if (name.startsWith(REPLACED) && !Files.exists(target)) {
                Files.move(entry, target, StandardCopyOption.ATOMIC_MOVE);
            } else if (name.startsWith(REPLACED) || name.startsWith(WRITING) || name.startsWith(DELETING)) {
                DurableFiles.deleteTree(entry);
            }
        }
    }

    private List<Path> whole() throws IOException {
        return entries().stream()
                .filter(entry -> String.valueOf(entry.getFileName()).matches(PREFIX + "\\d{6,18}"))
                .sorted(Comparator.comparingLong(CheckpointStore::stepOf))
                .toList();
    }

    private List<Path> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private interface Work<T> {
        T run() throws IOException, LuthierException;
    }

    private static <T> T guarded(Path file, String operation, Work<T> work) throws LuthierException {
        try {
            return work.run();
        } catch (IOException e) {
            throw LuthierException.disk(file, operation, e);
        }
    }
}
