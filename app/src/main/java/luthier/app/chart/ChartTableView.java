package luthier.app.chart;

import java.util.AbstractList;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import luthier.app.i18n.Messages;

/// A chart's figures as a table on the screen; only the rows in sight are made.
final class ChartTableView {
    private ChartTableView() {}

    static TableView<Integer> of(ChartTable table) {
        TableView<Integer> view = new TableView<>(FXCollections.observableList(new Rows(table.rows())));
        view.getStyleClass().addAll("dense-table", "tn");
        view.setPlaceholder(new Label(Messages.of("chart.empty")));
        for (int i = 0; i < table.columns(); i++) {
            int index = i;
            TableColumn<Integer, String> column = new TableColumn<>(heading(table, i));
            column.setSortable(false);
            column.setStyle("-fx-alignment: center-right;");
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text(table, row.getValue(), index)));
            view.getColumns().add(column);
        }
        return view;
    }

    private static String heading(ChartTable table, int column) {
        return Messages.of((column == 0 ? "chart.axis." : "chart.curve.") + table.key(column));
    }

    private static String text(ChartTable table, int row, int column) {
        double value = table.at(row, column);
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(java.util.Locale.ROOT, "%,d", (long) value)
                : ChartFigures.of(value);
    }

    /// The numbers from 0 on, without storing them.
    private static final class Rows extends AbstractList<Integer> {
        private final int count;

        Rows(int count) {
            this.count = count;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return count;
        }
    }
}
