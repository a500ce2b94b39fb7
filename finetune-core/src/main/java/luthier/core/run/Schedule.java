package luthier.core.run;

import java.util.Locale;

/// How the learning rate moves over the run, after its warm-up.
public enum Schedule {
    CONSTANT,
    LINEAR,
    COSINE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The factor on the base rate.
    ///
    /// @param step optimiser steps done so far, 0 at the first
    /// @param warmup warm-up steps
    /// @param total steps of the whole run
    /// (as in transformers' optimization.py; with a warm-up the first step's factor is 0)
    public double factor(long step, long warmup, long total) {
        if (step < warmup) {
            return (double) step / Math.max(1, warmup);
        }
        double progress = (double) (step - warmup) / Math.max(1, total - warmup);
        return switch (this) {
            case CONSTANT -> 1.0;
            case LINEAR -> Math.max(0, 1 - progress);
            case COSINE -> Math.max(0, 0.5 * (1 + Math.cos(Math.PI * progress)));
        };
    }
}
