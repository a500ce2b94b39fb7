package luthier.app.run;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import luthier.app.chart.Abscissa;
import luthier.app.chart.Chart;
import luthier.app.chart.ChartCard;
import luthier.app.chart.ChartLink;
import luthier.app.chart.Charts;
import luthier.app.chart.RunCharts;
import luthier.app.fx.Dialogs;
import org.jspecify.annotations.Nullable;

/// All charts of a run, with one horizontal axis: the large ones above, the others in a row below.
final class ChartGrid extends VBox {
    private final ChartLink link = new ChartLink();
    private final List<ChartCard> cards = new ArrayList<>();
    private @Nullable RunCharts charts;

    ChartGrid(Dialogs dialogs) {
        getStyleClass().add("chart-grid");
        HBox large = new HBox();
        HBox small = new HBox();
        large.getStyleClass().add("chart-row");
        small.getStyleClass().addAll("chart-row", "small-charts");
        for (Chart chart : Charts.ALL) {
            ChartCard card = new ChartCard(chart, link, dialogs);
            // equal widths: every card grows from the same preferred one
            card.setPrefWidth(200);
            card.setMinWidth(0);
            HBox.setHgrow(card, Priority.ALWAYS);
            (chart.large() ? large : small).getChildren().add(card);
            cards.add(card);
        }
        VBox.setVgrow(large, Priority.ALWAYS);
        getChildren().addAll(large, small);
    }

    ChartLink link() {
        return link;
    }

    void show(RunCharts newCharts) {
        charts = newCharts;
        link.view().set(null);
        cards.forEach(card -> card.show(newCharts));
    }

    void grown() {
        if (charts != null) {
            charts.refresh();
            cards.forEach(ChartCard::grown);
        }
    }

    void over(Abscissa abscissa) {
        if (charts != null) {
            charts.over(abscissa);
            show(charts);
        }
    }

    void smooth(double kept) {
        if (charts != null) {
            charts.smooth(kept);
            grown();
        }
    }

    void showAsTables(boolean on) {
        cards.forEach(card -> card.showAsTable(on));
    }
}
