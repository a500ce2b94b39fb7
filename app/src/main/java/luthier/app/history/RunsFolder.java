package luthier.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import luthier.core.client.RunFolder;

/// The folder beside a project file that holds its runs.
///
/// @param path may not exist yet
public record RunsFolder(Path path) {
    public static RunsFolder of(Path projectFile) {
        return new RunsFolder(projectFile.toAbsolutePath().resolveSibling("runs"));
    }

    /// The folders of all runs, the newest first.
    public List<RunFolder> runs() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(RunFolder::new)
                    .filter(run -> Files.isRegularFile(run.specFile()))
                    .sorted(Comparator.comparing(RunsFolder::made).reversed())
                    .toList();
        }
    }

    public Path queueFile() {
        return path.resolve("queue.json");
    }

    // the specification is written once, when the run is made
    private static long made(RunFolder run) {
        try {
            return Files.getLastModifiedTime(run.specFile()).toMillis();
        } catch (IOException _) {
            return 0;
        }
    }
}
