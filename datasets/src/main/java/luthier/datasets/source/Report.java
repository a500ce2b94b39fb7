package luthier.datasets.source;

import java.nio.file.Path;
import luthier.core.data.Problem;
import luthier.core.data.Problems;
import org.jspecify.annotations.Nullable;

/// Adds defects of one file to its problems.
public final class Report {
    private final String file;
    private final Problems problems;

    public Report(Path file, Problems problems) {
        this.file = String.valueOf(file.getFileName());
        this.problems = problems;
    }

    /// A record was skipped or repaired, as the message says.
    public void note(Defect defect, long line, @Nullable String field, String message) {
        problems.add(defect.counted(), new Problem(file, line, field, false, message));
    }

    /// Something about the whole file.
    public void note(String message) {
        problems.add(new Problem(file, 0, null, false, message));
    }

    /// The file cannot be used.
    public void fatal(long line, @Nullable String field, String message) {
        problems.add(new Problem(file, line, field, true, message));
    }

    public boolean anyFatal() {
        return problems.anyFatal();
    }
}
