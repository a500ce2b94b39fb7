package luthier.ui;

import java.net.URL;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way to this module's resources.
public final class UiResources {
    private static final Set<String> TRANSLATED = Set.of("de", "zh");

    private UiResources() {}

    /// What the window shows, and the sentences it shares with the command line, by structured key. English where the
    /// language is none of ours.
    public static ResourceBundle texts(Locale language) {
        // a language without texts would get those of the machine's
        Locale known = TRANSLATED.contains(language.getLanguage()) ? language : Locale.ROOT;
        return ResourceBundle.getBundle("luthier.ui.i18n.messages", known, UiResources.class.getModule());
    }

    /// What the command line says; English.
    public static ResourceBundle commandLineTexts() {
        return ResourceBundle.getBundle("luthier.ui.messages", Locale.ROOT, UiResources.class.getModule());
    }

    /// The layout of a view, by the view's simple class name.
    public static URL layout(String view) {
        return found("fxml/" + view + ".fxml", UiResources.class.getResource("fxml/" + view + ".fxml"));
    }

    /// A style sheet by its name without ending.
    public static URL styles(String name) {
        return found("css/" + name + ".css", UiResources.class.getResource("css/" + name + ".css"));
    }

    private static URL found(String name, @Nullable URL resource) {
        if (resource == null) {
            throw new IllegalArgumentException("there is no resource " + name);
        }
        return resource;
    }
}
