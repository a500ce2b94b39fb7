package luthier.app.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import luthier.app.chart.Abscissa;
import luthier.app.chart.ChartLink;
import luthier.app.chart.ChartPicture;
import luthier.app.chart.TimeChart;
import luthier.app.fx.Dialogs;
import luthier.app.fx.Views;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Messages;
import luthier.core.disk.DurableFiles;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// The curves, the front of the best, the ledger and the differing settings of the chosen runs.
public final class CompareView {
    private final CompareViewModel model;
    private final Dialogs dialogs;
    private final TimeChart curves = new TimeChart(new ChartLink());
    private final ParetoChart pareto;
    private final TableView<LedgerRow> ledger;
    private final Parent node;

    @FXML
    private Label about;

    @FXML
    private StackPane curvesPane;

    @FXML
    private StackPane paretoPane;

    @FXML
    private ComboBox<LedgerColumn> across;

    @FXML
    private ComboBox<LedgerColumn> up;

    @FXML
    private TabPane tabs;

    CompareView(CompareViewModel model, Dialogs dialogs, Runnable openRun) {
        this.model = model;
        this.dialogs = dialogs;
        pareto = new ParetoChart(model);
        ledger = LedgerTable.of(model);
        node = Views.load(this);
        curves.setAccessibleText(Messages.of("compare.curves"));
        pareto.setAccessibleText(Messages.of("compare.pareto"));
        pareto.onOpened(openRun);
        curvesPane.getChildren().add(curves);
        paretoPane.getChildren().add(pareto);
        tabs.getTabs().get(0).setContent(ledger);
        choice(across, model.across());
        choice(up, model.up());
        model.chosen().addListener((ListChangeListener<LedgerRow>) _ -> show());
        show();
    }

    Parent node() {
        return node;
    }

    @FXML
    private void onExportCsv() {
        export("runs.csv", file -> DurableFiles.write(file, model.csv()));
    }

    @FXML
    private void onExportPng() {
        export("runs.png", file -> ChartPicture.write(node.snapshot(null, null), file));
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void export(String name, Writing writing) {
        Path file = dialogs.saveFile(Messages.of("compare.export"), null, name);
        if (file == null) {
            return;
        }
        try {
            writing.to(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void choice(ComboBox<LedgerColumn> box, Property<LedgerColumn> value) {
        box.getItems().setAll(LedgerColumn.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LedgerColumn column) {
                return column == null ? "" : column.title();
            }

            @Override
            public LedgerColumn fromString(String text) {
                throw new UnsupportedOperationException("the box is not edited");
            }
        });
        box.valueProperty().bindBidirectional(value);
        value.addListener((_, _, _) -> pareto.repaint());
    }

    private void show() {
        about.setText(Messages.of(
                "compare.about",
                Integer.toString(model.chosen().size()),
                Integer.toString(model.rows().size())));
        curves.show(OverlayChart.of(model, Abscissa.TIME));
        pareto.repaint();
        ledger.getItems().setAll(model.rows());
        ledger.sort();
        tabs.getTabs().get(1).setContent(differences());
    }

    private Parent differences() {
        List<Differences.Line> lines;
        try {
            lines = model.differences();
        } catch (LuthierException e) {
            return new StackPane(new Label(FailureText.of(e.failure())));
        }
        TableView<Differences.Line> table = new TableView<>(FXCollections.observableArrayList(lines));
        table.getStyleClass().add("dense-table");
        table.setAccessibleText(Messages.of("compare.differences"));
        table.setPlaceholder(new Label(Messages.of("compare.same")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<Differences.Line, String> name = new TableColumn<>(Messages.of("runs.settings.name"));
        name.setCellValueFactory(
                line -> new ReadOnlyStringWrapper(line.getValue().name()));
        table.getColumns().add(name);
        for (int i = 0; i < model.chosen().size(); i++) {
            int index = i;
            TableColumn<Differences.Line, String> column =
                    new TableColumn<>(model.chosen().get(i).name());
            column.setCellValueFactory(
                    line -> new ReadOnlyStringWrapper(line.getValue().values().get(index)));
            table.getColumns().add(column);
        }
        return table;
    }
}
