package luthier.app.shell;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import luthier.app.i18n.Messages;

/// Something a person can do from everywhere: an entry of the palette, with a shortcut where it has one.
///
/// @param key its text stands under `action.KEY`
/// @param shortcut as JavaFX reads it, `Shortcut+O`; empty for none
public record Action(String key, String shortcut, ObservableBooleanValue possible, Runnable act) {
    public static Action always(String key, String shortcut, Runnable act) {
        return new Action(key, shortcut, new SimpleBooleanProperty(true), act);
    }

    public String text() {
        return Messages.of("action." + key);
    }

    /// As keyboards name it.
    public String shownShortcut() {
        return shortcut.replace("+", " ")
                .replace("Shortcut", "Ctrl")
                .replace("Equals", "+")
                .replace("Minus", "−");
    }

    /// Does it where it is possible.
    public void perform() {
        if (possible.get()) {
            act.run();
        }
    }
}
