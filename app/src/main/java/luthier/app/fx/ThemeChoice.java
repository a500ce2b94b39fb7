package luthier.app.fx;

import java.util.Locale;

/// How light the window is.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
