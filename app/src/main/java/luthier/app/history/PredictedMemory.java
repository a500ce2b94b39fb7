package luthier.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.app.plan.Plan;
import luthier.app.worker.Answer;
import luthier.core.client.RunFolder;
import luthier.core.disk.DurableFiles;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;

/// The plan that was made before a run began, kept in its folder, so that the measured memory can be held against it.
public final class PredictedMemory {
    private PredictedMemory() {}

    /// What the engine was expected to count at the peak, without the runtime that it does not count; NaN when the run
    /// was started without a plan.
    public static double countedBytes(RunFolder folder) {
        try {
            Path file = file(folder);
            if (!Files.exists(file)) {
                return Double.NaN;
            }
            Plan plan = Plan.of(new Answer(JsonLine.object(file.toString(), Files.readString(file))));
            return plan.bytes().entrySet().stream()
                    .filter(cause -> cause.getKey() != MemoryCause.RUNTIME)
                    .mapToDouble(cause -> cause.getValue())
                    .sum();
        } catch (IOException | LuthierException _) {
            // a damaged plan is as good as none
            return Double.NaN;
        }
    }

    public static void write(RunFolder folder, Plan plan) throws IOException {
        DurableFiles.write(file(folder), plan.answer().json() + "\n");
    }

    private static Path file(RunFolder folder) {
        return folder.path().resolve("plan.json");
    }
}
