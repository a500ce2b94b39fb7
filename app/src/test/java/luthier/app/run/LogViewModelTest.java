package luthier.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import luthier.app.history.RunFolders;
import luthier.app.history.Specs;
import luthier.app.progress.RecordedEvents;
import luthier.app.worker.ScriptedRuns;
import luthier.core.client.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {
    @TempDir
    private Path folder;

    private final LogViewModel log = new LogViewModel(Runnable::run, Runnable::run);

    @Test
    void notesComeFirstThenWhatTheWorkerPrinted() {
        log.show(run());
        assertThat(log.lines()).hasSize(4);
        assertThat(log.lines().get(0)).contains("Run tickets on cpu");
        assertThat(log.lines().get(1)).contains("Evaluated after step 40");
        assertThat(log.lines().subList(2, 4)).containsExactly("loading the model", "out of memory");
    }

    @Test
    void onlyLinesWithTheTextOfTheFilterAreShown() {
        log.show(run());
        log.filter().set("OUT of");
        assertThat(log.lines()).containsExactly("out of memory");
        log.filter().set("");
        assertThat(log.lines()).hasSize(4);
    }

    private RunViewModel run() {
        RunFolder run = RunFolders.of(folder, "a", RecordedEvents.unfinished());
        RunViewModel model =
                new RunViewModel(run, Specs.named("a"), new ScriptedRuns(List.of(), 0), Runnable::run, Runnable::run);
        model.open();
        return model;
    }
}
