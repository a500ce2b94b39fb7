package luthier.core.tuning;

import luthier.core.catalog.TuningInfo;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;
import org.jspecify.annotations.Nullable;

/// SPI: which numbers of a model may change. Registered with `provides Tuning with …`.
///
/// A tuning only describes; the engine holds the numbers. So the planner, the engine and the exporter see the
/// same thing.
public interface Tuning<S extends Settings> {
    TuningInfo info();

    Class<S> settingsType();

    /// What is trained on this model.
    ///
    /// @throws LuthierException (InvalidSpec) when a setting does not fit the model, for example a target
    ///     module that matches nothing
    TuningPlan plan(S settings, Blueprint model) throws LuthierException;

    /// Where the trained numbers go.
    ResultWriter<S> writer();

    /// Reads results back; null where the result is a model folder, which needs no reader.
    default @Nullable ResultReader<S> reader() {
        return null;
    }
}
