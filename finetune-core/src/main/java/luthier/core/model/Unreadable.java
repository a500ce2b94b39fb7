package luthier.core.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Makes the exception for a model file that cannot be used.
public final class Unreadable {
    private static final String DOWNLOAD_AGAIN = "Download or copy the file again.";

    private Unreadable() {}

    /// @param problem one sentence: what is wrong
    /// @param advice one sentence: what to do
    public static LuthierException model(Path file, String problem, String advice) {
        return new LuthierException(new Failure.UnreadableModel(file.toString(), problem, advice));
    }

    /// For files that break the rules of their format: the remedy is always a fresh copy.
    public static LuthierException damaged(Path file, String problem) {
        return model(file, problem, DOWNLOAD_AGAIN);
    }

    /// For a file that the system does not let us read.
    public static LuthierException io(Path file, IOException cause) {
        String problem = switch (cause) {
            case NoSuchFileException _ -> "The file does not exist.";
            case AccessDeniedException _ -> "The file may not be read.";
            default -> "The file cannot be read: " + cause.getMessage() + ".";
        };
        return new LuthierException(
                new Failure.UnreadableModel(file.toString(), problem, "Check the path and its permissions."), cause);
    }
}
