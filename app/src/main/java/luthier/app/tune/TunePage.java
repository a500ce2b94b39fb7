package luthier.app.tune;

import javafx.scene.Node;
import luthier.app.shell.Page;

/// The Tune page in the window's frame.
public record TunePage(TuneView tune) implements Page {
    @Override
    public String key() {
        return "tune";
    }

    @Override
    public Node view() {
        return tune.node();
    }

    @Override
    public void shown() {
        // it follows the draft whether it is seen or not
    }
}
