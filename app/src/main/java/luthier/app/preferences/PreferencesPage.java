package luthier.app.preferences;

import javafx.scene.Node;
import luthier.app.shell.Page;

/// The page of preferences in the window's frame.
public record PreferencesPage(PreferencesView preferences) implements Page {
    @Override
    public String key() {
        return "preferences";
    }

    @Override
    public Node view() {
        return preferences.node();
    }

    @Override
    public void shown() {
        // it follows the preferences whether it is seen or not
    }
}
