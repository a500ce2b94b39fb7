package luthier.app.tune;

import luthier.core.run.RunSpec;

/// The same run under another name.
final class Renamed {
    private Renamed() {}

    static RunSpec of(RunSpec spec, String name) {
        return new RunSpec(
                name,
                spec.model(),
                spec.precision(),
                spec.tuning(),
                spec.optimizer(),
                spec.data(),
                spec.training(),
                spec.device());
    }
}
