package luthier.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.history.RunFolders;
import luthier.app.history.Specs;
import luthier.app.plan.Planner;
import luthier.app.progress.RecordedEvents;
import luthier.app.run.RunsViewModel;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import luthier.core.run.Ledger;
import luthier.core.run.LuthierException;
import luthier.core.run.Overrides;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    @TempDir
    private Path folder;

    private final RunsViewModel runs = new RunsViewModel(
            new ScriptedRuns(List.of(), 0),
            new Planner(new ScriptedTasks((_, _) -> List.of(Map.of()))),
            Runnable::run,
            Runnable::run);
    private final CompareViewModel model = new CompareViewModel(runs);

    @BeforeEach
    void threeRuns() {
        run("small", 10, 1.9, 100);
        run("large", 90, 1.2, 300);
        run("worst", 95, 2.5, 400);
        runs.open(folder.resolve("project.luthier"));
        model.refresh();
    }

    @Test
    void theLedgerHasWhatRunsCost() {
        LedgerRow row = row("large");
        assertThat(row.loss()).isEqualTo(1.2);
        assertThat(row.peakBytes()).isEqualTo(90L << 20);
        assertThat(row.seconds()).isEqualTo(300);
        assertThat(row.tokensPerSecond()).isEqualTo(40_000 / 300.0);
        assertThat(row.method()).isEqualTo("lora, adamw");
    }

    @Test
    void theBestOfAColumnIsOneOfTheChosen() {
        assertThat(model.best(row("large"), LedgerColumn.LOSS)).isTrue();
        assertThat(model.best(row("small"), LedgerColumn.SPEED)).isTrue();
        assertThat(model.best(row("large"), LedgerColumn.SPEED)).isFalse();
        model.choose(row("large").run(), false);
        assertThat(model.best(row("large"), LedgerColumn.LOSS)).isFalse();
        assertThat(model.best(row("small"), LedgerColumn.LOSS)).isTrue();
        assertThat(model.chosen()).hasSize(2);
    }

    @Test
    void theFrontHoldsWhatNoOtherBeatsInBothFigures() {
        assertThat(model.onFront(row("small"))).isTrue();
        assertThat(model.onFront(row("large"))).isTrue();
        assertThat(model.onFront(row("worst"))).isFalse();
        model.up().set(LedgerColumn.SPEED);
        assertThat(model.onFront(row("large"))).isFalse();
    }

    @Test
    void aRunKeepsItsColourWhenAnotherIsLeftOut() {
        int place = model.place(row("large").run());
        model.choose(row("small").run(), false);
        model.refresh();
        assertThat(model.place(row("large").run())).isEqualTo(place);
        assertThat(model.isChosen(row("small").run())).isFalse();
    }

    @Test
    void theCsvHasALineForEachChosenRun() {
        String[] lines = model.csv().split("\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo("run,folder,method,trained,loss,peak,time,speed");
        assertThat(lines[1 + model.chosen().indexOf(row("large"))])
                .startsWith("large,")
                .endsWith(",1000.0,1.2,9.437184E7,300.0," + 40_000 / 300.0);
    }

    @Test
    void onlySettingsThatDifferAreLines() throws LuthierException {
        List<Differences.Line> lines = Differences.of(
                List.of(Specs.named("a"), Overrides.apply(Specs.named("b"), List.of("training.batchSize=32"))));
        assertThat(lines).containsExactly(new Differences.Line("training.batchSize", List.of("4", "32")));
    }

    private void run(String name, long peakMebibytes, double loss, double seconds) {
        Ledger ledger = new Ledger(seconds, 0, 40, 40_000, 20_000, peakMebibytes << 20, 1_000, 100_000, loss);
        List<RunEvent> events = List.of(
                RecordedEvents.started(),
                RecordedEvents.stepped(1, 4),
                new RunEvent.Evaluated(RecordedEvents.BEGIN, 40, loss, 0.5, 1, 1),
                new RunEvent.Finished(RecordedEvents.BEGIN, 40, "output", ledger));
        RunFolders.of(folder.resolve("runs"), name, events);
    }

    private LedgerRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
