package luthier.app.shell;

import javafx.scene.Node;

/// One page of the window. It is made once, at the first look, and kept.
public interface Page {
    /// Stable: `project`, `data`, `tune`, `runs`, `compare`, `try`, `export`, `preferences`. The page's word and icon
    /// are found under `page.KEY.…`.
    String key();

    Node view();

    /// Called whenever the page comes to the front.
    void shown();
}
