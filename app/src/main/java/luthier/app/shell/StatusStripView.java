package luthier.app.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import luthier.app.fx.Views;

/// The line at the window's foot; a click opens the run.
public final class StatusStripView {
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

    private final Parent node;
    private final Runnable open;

    @FXML
    private Region dot;

    @FXML
    private Label name;

    @FXML
    private Label figures;

    @FXML
    private Label percent;

    @FXML
    private ProgressBar bar;

    /// @param open shows the run
    public StatusStripView(StatusStripViewModel model, Runnable open) {
        this.open = open;
        this.node = Views.load(this);
        node.visibleProperty().bind(model.running());
        node.managedProperty().bind(model.running());
        model.paused().subscribe(paused -> dot.pseudoClassStateChanged(PAUSED, paused));
        name.textProperty().bind(model.name());
        figures.textProperty().bind(model.figures());
        percent.textProperty().bind(model.percent());
        bar.progressProperty().bind(model.share());
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void onOpen() {
        open.run();
    }
}
