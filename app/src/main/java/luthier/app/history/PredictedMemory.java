package luthier.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.app.worker.Answer;
import luthier.core.client.RunFolder;
import luthier.core.disk.DurableFiles;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;

/// The plan that was made before a run began, kept in its folder, so that the measured memory can be held against it.
public final class PredictedMemory {
    private PredictedMemory() {}

    /// Bytes at the peak; NaN when the run was started without a plan.
    public static double peakBytes(RunFolder folder) {
        try {
            Path file = file(folder);
            return Files.exists(file)
                    ? new Answer(JsonLine.object(file.toString(), Files.readString(file))).number("peakBytes")
                    : Double.NaN;
        } catch (IOException | LuthierException _) {
            // a damaged plan is as good as none
            return Double.NaN;
        }
    }

    /// @param plan the planner's answer
    public static void write(RunFolder folder, Answer plan) throws IOException {
        DurableFiles.write(file(folder), plan.json() + "\n");
    }

    private static Path file(RunFolder folder) {
        return folder.path().resolve("plan.json");
    }
}
