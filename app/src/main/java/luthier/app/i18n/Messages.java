package luthier.app.i18n;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luthier.ui.UiResources;

/// The one reader of the texts a person sees. The command line speaks English, the window its person's language.
public final class Messages {
    private static final ResourceBundle COMMAND_LINE = UiResources.commandLineTexts();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    // Set once, before the first window opens.
    private static volatile ResourceBundle window = UiResources.texts(Locale.ROOT);

    private Messages() {}

    /// Chooses the language of the window and of all sentences that it shares with the command line.
    public static void speak(Locale language) {
        window = UiResources.texts(language);
    }

    /// The text under a key, with `{0}`, `{1}`, … replaced. Numbers come formatted, see [Figures].
    public static String of(String key, Object... arguments) {
        ResourceBundle texts = window.containsKey(key) ? window : COMMAND_LINE;
        Matcher place = PLACE.matcher(texts.getString(key));
        return place.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(found.group(1))])));
    }

    /// Whether there is a text; extensions of others may bring names that nobody translated.
    public static boolean has(String key) {
        return window.containsKey(key);
    }

    /// The window's texts, for layouts.
    public static ResourceBundle ofWindow() {
        return window;
    }

    /// The texts of the command line, for its parser: it looks help texts up by `luthier.COMMAND.usage.…`.
    public static ResourceBundle forHelp() {
        return COMMAND_LINE;
    }
}
