package luthier.core.run;

import java.nio.file.Path;

/// One run, whole: what is trained on which base with which data, and how (the three axes are `precision`, `tuning`,
/// `optimizer`). All paths are absolute here; a project file holds them relative to itself.
///
/// @param model a Hugging Face model folder
/// @param device `auto`, `cpu` or `cuda:N`
public record RunSpec(
        String name,
        Path model,
        BasePrecision precision,
        MethodSpec tuning,
        MethodSpec optimizer,
        DataSpec data,
        TrainingSpec training,
        String device) {
    public RunSpec {
        Check.that(
                name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"),
                "name",
                "must be letters, digits, dot, dash or underscore");
        Check.that(device.matches("auto|cpu|cuda:\\d+"), "device", "must be auto, cpu or cuda:N");
    }
}
