package luthier.core.worker;

/// How a worker process ends. A worker ended by a signal has 128 + the signal's number, even when it stopped in order.
enum ExitCode {
    /// the run finished or was stopped; the task is done
    DONE(0),
    /// a failure that events or the task's last line tell
    FAILED(1),
    /// the command line names no run and no task
    USAGE(2),
    /// a fault of the program itself; the log has the trace
    FAULT(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
