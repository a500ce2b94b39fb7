package luthier.core.run;

import java.util.List;

/// Why a run or a command could not go on, with the facts a person needs. It travels in events; each front end makes
/// its own sentence of it.
public sealed interface Failure {
    /// @param breakdown bytes by cause, as lines
    record OutOfMemory(long neededBytes, long availableBytes, List<String> breakdown) implements Failure {}

    /// @param file the file or folder
    /// @param problem what is wrong
    /// @param advice what to do
    record UnreadableModel(String file, String problem, String advice) implements Failure {}

    /// @param problems at most the first 20, as `file, line, field: what`
    /// @param total how many there are
    record UnreadableDataset(String file, List<String> problems, long total, String advice) implements Failure {}

    /// @param where file or `command line`
    /// @param field dotted path of the setting
    record InvalidSpec(String where, String field, String problem) implements Failure {}

    /// @param what the device asked for
    record NoSuchDevice(String what, String problem, String advice) implements Failure {}

    /// The loss or a gradient is not a number; the last good checkpoint is kept.
    record Diverged(long step, String checkpoint) implements Failure {}

    /// @param operation what was being written
    record DiskFailure(String file, String operation, String problem) implements Failure {}

    /// @param address what was asked for on the network
    /// @param detail the fact that belongs to the problem, empty without
    record DownloadFailed(String address, DownloadProblem problem, String detail) implements Failure {}

    /// What can go wrong on the way from a server.
    enum DownloadProblem {
        /// it is no web address; the detail says where it is set
        BAD_ADDRESS,
        /// no answer; the detail is the system's word
        UNREACHABLE,
        /// the detail is the server's status code
        STATUS,
        /// the server's list lacks the detail
        NOTHING_THERE,
        /// the list names a file that may not be written; the detail is its line
        BAD_NAME,
        /// the server does not tell how large the file is
        NO_SIZE,
        /// the connection broke; the detail is `bytes that came/bytes told`
        BROKEN,
        /// it came to its end and is not what was told; the detail is `bytes that came/bytes told`
        WRONG_SIZE,
        /// its checksum is wrong or it is not packed as it should be
        DAMAGED,
        /// another process fetches the same; the address is the folder
        IN_USE
    }

    /// @param neededBytes about as many as are needed
    record TooLittleSpace(String folder, long neededBytes, long freeBytes) implements Failure {}

    /// Another process works in the run folder.
    record RunInUse(String folder, long processId) implements Failure {}

    /// @param exitCode of the worker process, 128 + signal when killed
    record WorkerDied(int exitCode, List<String> lastLines) implements Failure {}

    /// A fault of the engine itself; the log has the trace.
    record EngineFault(String message) implements Failure {}
}
