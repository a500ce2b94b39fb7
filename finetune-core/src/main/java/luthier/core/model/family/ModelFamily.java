package luthier.core.model.family;

import java.util.Set;
import luthier.core.model.Blueprint;
import luthier.core.model.folder.ModelConfig;
import luthier.core.run.LuthierException;

/// SPI: a family of models that share a block. Registered with `provides ModelFamily with …`.
public interface ModelFamily {
    String id();

    /// The `model_type` values it takes.
    Set<String> modelTypes();

    /// Reads the configuration into stages.
    ///
    /// @throws LuthierException (UnreadableModel) naming the key whose value is missing, of a wrong type or
    ///     not supported
    Blueprint describe(ModelConfig config) throws LuthierException;
}
