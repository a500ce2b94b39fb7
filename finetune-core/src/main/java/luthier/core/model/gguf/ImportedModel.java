package luthier.core.model.gguf;

import java.nio.file.Path;
import java.util.List;
import luthier.core.model.DType;

/// What an import made.
///
/// @param weightType element type of every tensor in the folder
/// @param notices what the user should know, one sentence each
public record ImportedModel(Path folder, DType weightType, List<String> notices) {
    public ImportedModel {
        notices = List.copyOf(notices);
    }
}
