package luthier.app.project;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import luthier.app.shell.Page;

/// The first page: beginnings while no project is open, then the project.
public final class ProjectPage implements Page {
    private final StackPane node;
    private final OverviewViewModel overview;

    public ProjectPage(StartView start, OverviewView overviewView, OverviewViewModel overview) {
        this.overview = overview;
        this.node = new StackPane(start.node(), overviewView.node());
        overview.project().subscribe(open -> {
            start.node().setVisible(open == null);
            overviewView.node().setVisible(open != null);
        });
    }

    @Override
    public String key() {
        return "project";
    }

    @Override
    public Node view() {
        return node;
    }

    @Override
    public void shown() {
        overview.look();
    }
}
