package luthier.ui;

import java.util.Locale;
import java.util.ResourceBundle;

/// The way to this module's resources.
public final class UiResources {
    private UiResources() {}

    /// All texts a person reads, by structured key.
    public static ResourceBundle messages(Locale locale) {
        return ResourceBundle.getBundle("luthier.ui.messages", locale, UiResources.class.getModule());
    }
}
