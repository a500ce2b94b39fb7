package luthier.core.model.safetensors;

import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// Where the weights of a model folder are: the single file wins over an index, as in transformers.
public sealed interface WeightFiles {
    record Single(Path file) implements WeightFiles {}

    record Sharded(Path index) implements WeightFiles {}

    /// @throws LuthierException when there are none, or only ones that can run code
    static WeightFiles find(Path folder) throws LuthierException {
        Path single = folder.resolve(Checkpoint.SINGLE_FILE);
        if (Files.isRegularFile(single)) {
            return new Single(single);
        }
        Path index = folder.resolve(Checkpoint.INDEX_FILE);
        if (Files.isRegularFile(index)) {
            return new Sharded(index);
        }
        Path pickle = PickledWeights.in(folder);
        if (pickle != null) {
            throw PickledWeights.refusal(pickle);
        }
        throw Unreadable.model(
                folder, "The folder holds no model.safetensors.", "Choose a folder with the model's weights.");
    }
}
