package luthier.core.tuning;

import java.io.IOException;
import java.nio.file.Path;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;

/// Writes a tuning's result in the form other tools read.
@FunctionalInterface
public interface ResultWriter<S extends Settings> {
    /// @param folder exists and is empty; the caller writes aside and renames
    void write(Path folder, S settings, Blueprint model, TuningPlan plan, TrainedValues values)
            throws IOException, LuthierException;
}
