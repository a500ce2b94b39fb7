package luthier.app.run;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import luthier.app.i18n.Messages;

/// The lines of a log under a field that filters them.
final class LogPane extends VBox {
    LogPane(LogViewModel model) {
        getStyleClass().add("log-pane");
        TextField filter = new TextField();
        filter.getStyleClass().addAll("compact", "log-filter");
        filter.setPromptText(Messages.of("runs.log.filter"));
        filter.setAccessibleText(Messages.of("runs.log.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        ListView<String> lines = new ListView<>(model.lines());
        lines.getStyleClass().addAll("log-lines", "mono");
        lines.setAccessibleText(Messages.of("runs.log"));
        lines.setPlaceholder(new Label(Messages.of("runs.log.empty")));
        // the end is what tells why a run failed
        model.lines().addListener((ListChangeListener<String>)
                _ -> lines.scrollTo(model.lines().size() - 1));
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(filter, lines);
    }
}
