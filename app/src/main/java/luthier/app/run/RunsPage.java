package luthier.app.run;

import java.util.concurrent.Executor;
import javafx.scene.Node;
import luthier.app.fx.Dialogs;
import luthier.app.shell.Page;

/// The Runs page.
public final class RunsPage implements Page {
    private final RunsViewModel model;
    private final RunsView view;

    public RunsPage(RunsViewModel model, RunActions actions, Dialogs dialogs, Executor background, Executor window) {
        this.model = model;
        this.view = new RunsView(model, new RunPane(actions, dialogs, new LogViewModel(background, window)), actions);
    }

    @Override
    public String key() {
        return "runs";
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
