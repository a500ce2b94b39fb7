package luthier.app.run;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import luthier.app.history.SettingLines;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Messages;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// A run's settings; what differs from the usual stands out.
final class SettingsPane {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private SettingsPane() {}

    static Node of(RunSpec spec) {
        try {
            TableView<SettingLines.Line> table =
                    new TableView<>(FXCollections.observableArrayList(SettingLines.of(spec)));
            table.getStyleClass().add("dense-table");
            table.setAccessibleText(Messages.of("runs.settings"));
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
            TableColumn<SettingLines.Line, String> name = new TableColumn<>(Messages.of("runs.settings.name"));
            name.setPrefWidth(260);
            name.setCellValueFactory(
                    line -> new ReadOnlyStringWrapper(line.getValue().name()));
            TableColumn<SettingLines.Line, String> value = new TableColumn<>(Messages.of("runs.settings.value"));
            value.setPrefWidth(520);
            value.setCellValueFactory(
                    line -> new ReadOnlyStringWrapper(line.getValue().value()));
            table.getColumns().add(name);
            table.getColumns().add(value);
            table.setRowFactory(_ -> new Row());
            return table;
        } catch (LuthierException e) {
            return new Label(FailureText.of(e.failure()));
        }
    }

    private static final class Row extends TableRow<SettingLines.Line> {
        @Override
        protected void updateItem(SettingLines.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(CHANGED, !empty && line != null && line.changed());
        }
    }
}
