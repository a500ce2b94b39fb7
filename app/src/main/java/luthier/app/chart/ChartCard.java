package luthier.app.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import luthier.app.fx.Dialogs;
import luthier.app.i18n.Messages;
import luthier.core.disk.DurableFiles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One chart in a frame: its title, its figures at the cross-hair, its menu; the same as a table on demand.
public final class ChartCard extends VBox {
    private final Chart chart;
    private final TimeChart canvas;
    private final ChartLink link;
    private final Dialogs dialogs;
    private final HBox readings = new HBox();
    private final StackPane body = new StackPane();
    private final CheckMenuItem asTable = new CheckMenuItem(Messages.of("chart.menu.table"));
    private final ChangeListener<Number> crosshairMoved = (_, _, _) -> read();
    private @Nullable RunCharts charts;
    private @Nullable Consumer<Path> written;

    public ChartCard(Chart chart, ChartLink link, Dialogs dialogs) {
        this.chart = chart;
        this.link = link;
        this.dialogs = dialogs;
        canvas = new TimeChart(link);
        canvas.named().set(chart.large());
        canvas.setAccessibleText(title());
        getStyleClass().addAll("card", "chart-card");
        Label title = new Label(title());
        title.getStyleClass().add("card-title");
        title.setTooltip(new Tooltip(Messages.of("chart.measured")));
        readings.getStyleClass().add("chart-readings");
        HBox.setHgrow(readings, Priority.ALWAYS);
        HBox head = new HBox(title, readings, menu());
        head.getStyleClass().add("chart-head");
        body.getChildren().add(canvas);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        link.crosshair().addListener(new WeakChangeListener<>(crosshairMoved));
        asTable.selectedProperty().addListener((_, _, _) -> fill());
    }

    public TimeChart canvas() {
        return canvas;
    }

    /// Whether the figures stand as a table instead.
    public void showAsTable(boolean on) {
        asTable.setSelected(on);
    }

    /// Hears of each file that was written.
    public void onWritten(Consumer<Path> listener) {
        written = listener;
    }

    /// Draws another run, or the same one over another axis.
    public void show(RunCharts newCharts) {
        charts = newCharts;
        canvas.show(newCharts.plot(chart));
        fill();
        read();
    }

    /// The run has gained steps.
    public void grown() {
        RunCharts shown = charts;
        if (shown != null) {
            // new layers may have come, such as the first evaluation
            canvas.show(shown.plot(chart));
            read();
        }
    }

    private String title() {
        return Messages.of("chart." + chart.key());
    }

    private void read() {
        RunCharts shown = charts;
        readings.getChildren().clear();
        if (shown == null) {
            return;
        }
        for (Readings.Reading reading :
                Readings.of(chart, shown, link.crosshair().get())) {
            Label name = new Label(reading.name());
            name.getStyleClass().add("reading-name");
            Label figure = new Label(reading.figure());
            figure.getStyleClass().add("reading-figure");
            figure.setMinWidth(Region.USE_PREF_SIZE);
            HBox pair = new HBox(name, figure);
            pair.getStyleClass().add("reading");
            readings.getChildren().add(pair);
        }
    }

    private void fill() {
        RunCharts shown = charts;
        if (shown != null && asTable.isSelected()) {
            body.getChildren().setAll(ChartTableView.of(table(shown)));
        } else {
            body.getChildren().setAll(canvas);
        }
    }

    private ChartTable table(RunCharts shown) {
        Range view = link.view().get();
        Range range = view == null ? canvas.plot().extent() : view;
        return new ChartTable(chart, shown.recording(), shown.abscissa(), range);
    }

    private MenuButton menu() {
        CheckMenuItem logarithmic = new CheckMenuItem(Messages.of("chart.menu.logarithmic"));
        logarithmic.selectedProperty().bindBidirectional(canvas.logarithmic());
        CheckMenuItem outliers = new CheckMenuItem(Messages.of("chart.menu.withoutOutliers"));
        outliers.selectedProperty().bindBidirectional(canvas.withoutOutliers());
        MenuButton menu = new MenuButton("", new FontIcon("fth-more-horizontal"));
        menu.getStyleClass().addAll("icon-button", "chart-menu");
        menu.setAccessibleText(Messages.of("chart.menu", title()));
        menu.getItems().add(asTable);
        if (chart.stacked()) {
            menu.getItems().add(outliers);
        } else {
            menu.getItems().addAll(logarithmic, outliers);
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("chart.menu.png", this::exportPng),
                        item("chart.menu.csv", this::exportCsv),
                        item("chart.menu.copy", this::copy));
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.of(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void exportPng() {
        write(chart.key() + ".png", file -> ChartPicture.write(snapshot(null, null), file));
    }

    private void exportCsv() {
        RunCharts shown = charts;
        if (shown != null) {
            write(
                    chart.key() + ".csv",
                    file -> DurableFiles.write(file, table(shown).csv()));
        }
    }

    private void copy() {
        RunCharts shown = charts;
        if (shown != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(table(shown).csv());
            content.putImage(snapshot(null, null));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void write(String name, Writing writing) {
        Path file = dialogs.saveFile(Messages.of("chart.export"), null, name);
        if (file == null) {
            return;
        }
        try {
            writing.to(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (written != null) {
            written.accept(file);
        }
    }
}
