package luthier.app.compare;

import javafx.scene.Node;
import luthier.app.fx.Dialogs;
import luthier.app.shell.Page;

/// The Compare page.
public final class ComparePage implements Page {
    private final CompareViewModel model;
    private final CompareView view;

    /// @param openRun shows the Runs page, where the chosen run stands
    public ComparePage(CompareViewModel model, Dialogs dialogs, Runnable openRun) {
        this.model = model;
        this.view = new CompareView(model, dialogs, openRun);
    }

    @Override
    public String key() {
        return "compare";
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
