package luthier.app.i18n;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luthier.ui.UiResources;

/// The one reader of the texts a person sees.
public final class Messages {
    private static final ResourceBundle TEXTS = UiResources.messages(Locale.getDefault());
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private Messages() {}

    /// The text under a key, with `{0}`, `{1}`, … replaced. Numbers come formatted, see [Figures].
    public static String of(String key, Object... arguments) {
        Matcher place = PLACE.matcher(TEXTS.getString(key));
        return place.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(found.group(1))])));
    }

    /// All texts, for the command-line parser: it looks its help texts up by `luthier.COMMAND.usage.…`.
    public static ResourceBundle forHelp() {
        return TEXTS;
    }
}
