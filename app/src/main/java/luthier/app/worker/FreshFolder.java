package luthier.app.worker;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import luthier.core.run.RunSpec;

/// Where a run goes when nobody says otherwise.
public final class FreshFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private FreshFolder() {}

    /// `runs/NAME-DATE-TIME` beside the project file.
    public static Path of(Path projectFile, RunSpec spec) {
        return of(projectFile, spec, LocalDateTime.now());
    }

    static Path of(Path projectFile, RunSpec spec, LocalDateTime now) {
        return projectFile.toAbsolutePath().resolveSibling("runs").resolve(spec.name() + "-" + now.format(TIME));
    }
}
