package luthier.app.i18n;

import java.util.List;
import luthier.core.run.Failure;

/// A failure as a person reads it: what is wrong, where, what to do.
public final class FailureText {
    private FailureText() {}

    public static String of(Failure failure) {
        return switch (failure) {
            case Failure.OutOfMemory memory ->
                Messages.of(
                                "failure.outOfMemory",
                                Figures.bytes(memory.neededBytes()),
                                Figures.bytes(memory.availableBytes()))
                        + indented(memory.breakdown());
            case Failure.UnreadableModel model ->
                Messages.of("failure.unreadableModel", model.file(), model.problem(), model.advice());
            case Failure.UnreadableDataset data -> dataset(data);
            case Failure.InvalidSpec spec ->
                Messages.of("failure.invalidSpec", spec.where(), spec.field(), spec.problem());
            case Failure.NoSuchDevice device ->
                Messages.of("failure.noSuchDevice", device.what(), device.problem(), device.advice());
            case Failure.Diverged diverged ->
                diverged.checkpoint().isEmpty()
                        ? Messages.of("failure.diverged.unsaved", Figures.count(diverged.step()))
                        : Messages.of("failure.diverged", Figures.count(diverged.step()), diverged.checkpoint());
            case Failure.DiskFailure disk ->
                Messages.of("failure.diskFailure", disk.file(), disk.operation(), disk.problem());
            case Failure.DownloadFailed download ->
                Messages.of("failure.downloadFailed", download.address(), DownloadText.of(download));
            case Failure.TooLittleSpace space ->
                Messages.of(
                        "failure.tooLittleSpace",
                        space.folder(),
                        Figures.bytes(space.neededBytes()),
                        Figures.bytes(space.freeBytes()));
            case Failure.RunInUse run -> Messages.of("failure.runInUse", run.folder(), Long.toString(run.processId()));
            case Failure.WorkerDied worker -> died(worker);
            case Failure.EngineFault fault -> Messages.of("failure.engineFault", fault.message());
        };
    }

    private static String dataset(Failure.UnreadableDataset data) {
        String text = Messages.of("failure.unreadableDataset", data.file(), data.advice()) + indented(data.problems());
        long more = data.total() - data.problems().size();
        return more > 0 ? text + "\n  " + Messages.of("failure.unreadableDataset.more", Figures.count(more)) : text;
    }

    // A code above 128 is the signal that ended the process; 9 is mostly the system's answer to too little memory.
    private static String died(Failure.WorkerDied worker) {
        int signal = worker.exitCode() - 128;
        String text = switch (signal) {
            case 9 -> Messages.of("failure.workerDied.killed");
            default ->
                signal > 0
                        ? Messages.of("failure.workerDied.signal", signal)
                        : worker.exitCode() < 0
                                ? Messages.of("failure.workerDied.gone")
                                : Messages.of("failure.workerDied", worker.exitCode());
        };
        return text + indented(worker.lastLines());
    }

    private static String indented(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }
}
