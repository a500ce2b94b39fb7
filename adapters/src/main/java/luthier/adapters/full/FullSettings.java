package luthier.adapters.full;

import luthier.core.run.Settings;

/// Full training has nothing to set.
public record FullSettings() implements Settings {
    public static final FullSettings DEFAULTS = new FullSettings();
}
