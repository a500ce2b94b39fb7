package luthier.app.console;

import luthier.core.run.Failure;
import luthier.core.run.RunEvent;

/// How the program ends; documented in `docs/cli.md` and in the help of every command.
public enum ExitCode {
    OK(0),
    /// the run or the command failed
    FAILED(1),
    /// wrong usage or an invalid specification
    USAGE(2),
    /// a model or data cannot be read
    UNREADABLE(3),
    DOES_NOT_FIT(4),
    /// stopped by the user, with a checkpoint
    STOPPED(5),
    /// something is missing on the machine
    MISSING(69),
    /// a fault of the program itself
    FAULT(70),
    /// ended at once by a second Ctrl+C
    KILLED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static ExitCode of(Failure failure) {
        return switch (failure) {
            case Failure.OutOfMemory _ -> DOES_NOT_FIT;
            case Failure.UnreadableModel _, Failure.UnreadableDataset _ -> UNREADABLE;
            case Failure.InvalidSpec _ -> USAGE;
            case Failure.NoSuchDevice _ -> MISSING;
            case Failure.Diverged _,
                    Failure.DiskFailure _,
                    Failure.DownloadFailed _,
                    Failure.TooLittleSpace _,
                    Failure.RunInUse _,
                    Failure.WorkerDied _ -> FAILED;
            case Failure.EngineFault _ -> FAULT;
        };
    }

    /// @param end the last event of a run
    public static ExitCode of(RunEvent end) {
        return switch (end) {
            case RunEvent.Finished _ -> OK;
            case RunEvent.Stopped _ -> STOPPED;
            case RunEvent.Failed failed -> of(failed.failure());
            default -> throw new IllegalArgumentException("not the end of a run: " + end);
        };
    }
}
