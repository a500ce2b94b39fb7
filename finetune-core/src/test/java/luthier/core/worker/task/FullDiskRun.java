package luthier.core.worker.task;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.client.RunFolder;
import luthier.core.engine.TestExtensions;
import luthier.core.engine.TrainingEngine;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSpec;

/// A program for [FullDiskTest]: trains with its run folder on a small disk, which is filled after the first
/// checkpoint; then makes room and resumes. `DISK WORK_FOLDER ANSWER_FILE`.
public final class FullDiskRun {
    private FullDiskRun() {}

    public static void main(String[] arguments) throws IOException, LuthierException {
        Path disk = Path.of(arguments[0]);
        RunSpec spec = TinyRun.spec(Path.of(arguments[1]), 0);
        RunFolder run = RunFolder.create(disk.resolve("run"), spec);
        TrainingEngine engine = new TrainingEngine(TestExtensions.llama());
        Path ballast = disk.resolve("ballast");
        String failure = "none";
        try {
            engine.run(spec, run, false, event -> {}, new Filling(ballast));
        } catch (LuthierException refused) {
            failure = refused.failure().toString();
        }
        List<String> left = names(run.checkpoints());
        Files.delete(ballast);
        List<RunEvent> events = new ArrayList<>();
        engine.run(spec, run, true, events::add, new TinyRun.Undisturbed());
        long from = events.getFirst() instanceof RunEvent.Started started ? started.resumedFrom() : -1;
        Files.writeString(
                Path.of(arguments[2]),
                JsonLine.write(Map.of(
                        "failure",
                        failure,
                        "left",
                        left,
                        "resumedFrom",
                        from,
                        "end",
                        events.getLast().getClass().getSimpleName())));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /// Asks for a checkpoint before every step, and fills the disk when the first is written.
    private static final class Filling implements RunControl {
        private final Path ballast;
        private int polls;

        Filling(Path ballast) {
            this.ballast = ballast;
        }

        @Override
        public Request poll() {
            polls++;
            // the odd polls come before a step; each checkpoint is followed by one more
            if (polls == 4) {
                fill();
            }
            return polls % 2 == 1 ? Request.CHECKPOINT : Request.NONE;
        }

        @Override
        public Request await() {
            throw new IllegalStateException("nobody paused this run");
        }

        private void fill() {
            byte[] page = new byte[4096];
            try (OutputStream out = Files.newOutputStream(ballast)) {
                while (true) {
                    out.write(page);
                }
            } catch (IOException full) {
                // that is what was wanted
                return;
            }
        }
    }
}
