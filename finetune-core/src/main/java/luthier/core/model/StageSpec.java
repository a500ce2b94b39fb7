package luthier.core.model;

import java.util.List;

/// One stage of a model: which kernel, which parameters.
///
/// @param kernel prefix of its kernels' names: `embed`, `llama`, `head`
public record StageSpec(String name, String kernel, List<Slot> slots) {
    public StageSpec {
        slots = List.copyOf(slots);
    }
}
