package luthier.core.worker.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.client.RunFolder;
import luthier.core.engine.TestExtensions;
import luthier.core.engine.TrainingEngine;
import luthier.core.fixture.Fixtures;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;

/// A run of the tiny model on a few lines.
final class TinyRun {
    private TinyRun() {}

    static RunSpec spec(Path folder, double heldOut) throws LuthierException, IOException {
        Path data = folder.resolve("data.txt");
        Files.writeString(data, """
                The quick brown fox jumps over the lazy dog.
                A longer line about a movie that was great and then went on and on.
                The sea is wide.
                Seven plus five is twelve.
                The dog is lazy.
                """);
        return RunSpecCodec.fromMap(
                "test",
                Map.of(
                        "name", "tiny",
                        "model", Fixtures.folder("models/llama").toString(),
                        "precision", "fp32",
                        "tuning", Map.of("id", "down"),
                        "optimizer", Map.of("id", "adamw"),
                        "data",
                                Map.of(
                                        "train",
                                        data.toString(),
                                        "format",
                                        "lines",
                                        "evaluationFraction",
                                        heldOut,
                                        "maxLength",
                                        48),
                        "training", Map.of("epochs", 3, "batchSize", 2, "learningRate", 0.1, "threads", 1),
                        "device", "cpu"));
    }

    /// Trained to its end.
    static RunFolder finished(Path folder, RunSpec spec) throws LuthierException {
        RunFolder run = RunFolder.create(folder.resolve("run"), spec);
        List<RunEvent> events = new ArrayList<>();
        new TrainingEngine(TestExtensions.llama()).run(spec, run, false, events::add, new Undisturbed());
        return run;
    }

    static final class Undisturbed implements RunControl {
        @Override
        public Request poll() {
            return Request.NONE;
        }

        @Override
        public Request await() {
            throw new IllegalStateException("nobody paused this run");
        }
    }
}
