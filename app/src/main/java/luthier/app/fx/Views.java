package luthier.app.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import luthier.app.i18n.Messages;
import luthier.ui.UiResources;

/// Loads layouts.
public final class Views {
    private Views() {}

    /// Loads the layout that has the view's name and makes the view its controller: its `@FXML` fields are set when
    /// this returns.
    public static Parent load(Object view) {
        String name = view.getClass().getSimpleName();
        FXMLLoader loader = new FXMLLoader(UiResources.layout(name), Messages.ofWindow());
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("the layout of " + name + " cannot be loaded", e);
        }
    }
}
