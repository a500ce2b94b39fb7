package luthier.core.run;

import java.util.Locale;

/// How the base model's frozen weights are held (first axis of a run).
public enum BasePrecision {
    FP32,
    BF16;

    /// The name in project files and on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
