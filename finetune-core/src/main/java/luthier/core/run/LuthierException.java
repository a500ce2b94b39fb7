package luthier.core.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The one checked exception across module borders: something a person can act on went wrong.
public final class LuthierException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public LuthierException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public LuthierException(Failure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /// The disk refused.
    ///
    /// @param operation what was being written or read, as in "the run's lock"
    public static LuthierException disk(Path file, String operation, IOException cause) {
        return new LuthierException(new Failure.DiskFailure(file.toString(), operation, reason(cause)), cause);
    }

    /// Some exceptions have the bare path for a message.
    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
    }

    public Failure failure() {
        return failure;
    }
}
