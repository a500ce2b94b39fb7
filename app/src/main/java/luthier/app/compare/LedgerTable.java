package luthier.app.compare;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import luthier.app.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The ledgers of all runs; the boxes choose which are compared, a click on a heading sorts.
final class LedgerTable {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private LedgerTable() {}

    static TableView<LedgerRow> of(CompareViewModel model) {
        TableView<LedgerRow> table = new TableView<>();
        table.getStyleClass().add("ledger-table");
        table.setAccessibleText(Messages.of("compare.ledger"));
        table.setPlaceholder(new Label(Messages.of("compare.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(box(model));
        table.getColumns().add(words("compare.run", LedgerRow::name));
        table.getColumns().add(words("compare.method", LedgerRow::method));
        table.getColumns()
                .add(words(
                        "compare.state",
                        row -> Messages.of(row.run().state().get().key())));
        for (LedgerColumn column : LedgerColumn.values()) {
            table.getColumns().add(figure(model, column));
        }
        return table;
    }

    private static TableColumn<LedgerRow, LedgerRow> box(CompareViewModel model) {
        TableColumn<LedgerRow, LedgerRow> column = new TableColumn<>("");
        column.setSortable(false);
        column.setMinWidth(44);
        column.setMaxWidth(44);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable LedgerRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(null);
                if (!empty && row != null) {
                    CheckBox box = new CheckBox();
                    box.setAccessibleText(Messages.of("compare.choose", row.name()));
                    box.setSelected(model.isChosen(row.run()));
                    box.setOnAction(_ -> model.choose(row.run(), box.isSelected()));
                    setGraphic(box);
                }
            }
        });
        return column;
    }

    private static TableColumn<LedgerRow, String> words(String key, Function<LedgerRow, String> text) {
        TableColumn<LedgerRow, String> column = new TableColumn<>(Messages.of(key));
        column.setPrefWidth(140);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private static TableColumn<LedgerRow, LedgerRow> figure(CompareViewModel model, LedgerColumn of) {
        TableColumn<LedgerRow, LedgerRow> column = new TableColumn<>(of.title());
        column.getStyleClass().add("figure-column");
        column.setComparator(Comparator.comparingDouble(of::of));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable LedgerRow row, boolean empty) {
                super.updateItem(row, empty);
                LedgerRow shown = empty ? null : row;
                setText(shown == null ? null : of.text(shown));
                pseudoClassStateChanged(BEST, shown != null && model.best(shown, of));
                pseudoClassStateChanged(ACTIVE, shown != null && shown.active());
            }
        });
        return column;
    }
}
