package luthier.core.run;

import java.util.Locale;

/// What is held between forward and backward: everything a stage saved, only its input, or the fastest of both that
/// fits.
public enum ActivationPolicy {
    KEEP,
    RECOMPUTE,
    AUTO;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
