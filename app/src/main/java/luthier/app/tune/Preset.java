package luthier.app.tune;

import java.util.List;
import java.util.stream.Stream;
import luthier.core.run.LuthierException;
import luthier.core.run.Overrides;
import luthier.core.run.RunSpec;

/// A way to tune that someone has described, as changes of a draft.
///
/// @param id its word and source stand under `preset.ID` and `preset.ID.source`
/// @param tuning id of the tuning it needs
/// @param optimizer id of the optimiser it needs
/// @param changes besides those two, as `--set` takes them
public record Preset(String id, String tuning, String optimizer, List<String> changes) {
    /// All that are known; a page offers those whose methods exist.
    public static final List<Preset> ALL = List.of(
            new Preset(
                    "lora",
                    "lora",
                    "adamw",
                    List.of(
                            "tuning.rank=16",
                            "tuning.alpha=32",
                            "tuning.targetModules=[\"all-linear\"]",
                            "training.learningRate=2e-4")),
            new Preset(
                    "loraAttention",
                    "lora",
                    "adamw",
                    List.of(
                            "tuning.rank=8",
                            "tuning.alpha=16",
                            "tuning.targetModules=[\"q_proj\",\"v_proj\"]",
                            "training.learningRate=2e-4")),
            new Preset(
                    "rslora",
                    "lora",
                    "adamw",
                    List.of(
                            "tuning.rank=64",
                            "tuning.alpha=16",
                            "tuning.useRslora=true",
                            "tuning.targetModules=[\"all-linear\"]",
                            "training.learningRate=1e-4")),
            new Preset("full", "full", "adamw", List.of("training.learningRate=2e-5")),
            new Preset("fullSgd", "full", "sgd", List.of("optimizer.momentum=0.9", "training.learningRate=1e-3")));

    public Preset {
        changes = List.copyOf(changes);
    }

    /// Whether a draft is what the preset makes.
    boolean describes(RunSpec spec) {
        try {
            return Overrides.apply(spec, all()).equals(spec);
        } catch (LuthierException _) {
            return false;
        }
    }

    /// The changes with the methods first, for choosing a method clears its settings.
    public List<String> all() {
        return Stream.concat(Stream.of("tuning=" + tuning, "optimizer=" + optimizer), changes.stream())
                .toList();
    }
}
