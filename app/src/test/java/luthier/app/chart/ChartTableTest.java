package luthier.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import luthier.app.progress.RecordedEvents;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class ChartTableTest {
    private static final Range ALL = new Range(0, Double.MAX_VALUE);

    private final Recording recording = new Recording();

    @Test
    void everyChartHasAColumnForEachCurveAndARowForEachStep() {
        RecordedEvents.unfinished().forEach(recording::accept);
        for (Chart chart : Charts.ALL) {
            String[] lines =
                    new ChartTable(chart, recording, Abscissa.STEP, ALL).csv().split("\n");
            assertThat(lines).hasSize(1 + RecordedEvents.STEPS);
            assertThat(lines[0].split(",")).hasSize(1 + chart.curves().size());
            assertThat(lines[0]).startsWith("step,");
        }
    }

    @Test
    void numbersKeepTheirDigits() {
        recording.accept(RecordedEvents.started());
        recording.accept(RecordedEvents.stepped(1, 10.981955170826513));
        assertThat(new ChartTable(Charts.LOSS, recording, Abscissa.STEP, ALL).csv())
                .isEqualTo("step,loss\n1,10.981955170826513\n");
    }

    @Test
    void onlyTheShownPartIsInIt() {
        RecordedEvents.unfinished().forEach(recording::accept);
        ChartTable table = new ChartTable(Charts.LOSS, recording, Abscissa.STEP, new Range(10, 19));
        assertThat(table.rows()).isEqualTo(10);
        assertThat(table.at(0, 0)).isEqualTo(10);
    }

    @Test
    void gapsHaveNoRow() {
        recording.accept(RecordedEvents.started());
        recording.accept(RecordedEvents.stepped(1, 4));
        recording.accept(new RunEvent.Paused(RecordedEvents.BEGIN.plusSeconds(1), 1));
        assertThat(new ChartTable(Charts.LOSS, recording, Abscissa.STEP, ALL).rows())
                .isEqualTo(1);
    }
}
