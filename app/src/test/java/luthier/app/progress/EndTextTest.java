package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class EndTextTest {
    private static final Path FOLDER = Path.of("/home/me/runs/tickets-1");

    @Test
    void aFinishedRunTellsItsCostAndWhereItsResultLies() {
        assertThat(EndText.of(RecordedEvents.finished(), FOLDER).lines())
                .containsExactly(
                        "20 s for 40 steps: 40,000 tokens (2,000 tokens/s), peak memory 900 MiB, "
                                + "1,000 parameters trained (1.00 %), final loss 1.2500",
                        "The result lies in /home/me/runs/tickets-1/output");
    }

    @Test
    void aStoppedRunTellsHowToGoOn() {
        assertThat(EndText.of(RecordedEvents.stopped(), FOLDER))
                .contains("Stopped after step 7; `luthier resume /home/me/runs/tickets-1` goes on")
                .doesNotContain("result");
    }

    @Test
    void aStoppedRunWithAResultTellsWhereItLies() {
        RunEvent.Stopped kept = new RunEvent.Stopped(RecordedEvents.BEGIN, 7, "output", RecordedEvents.LEDGER);
        assertThat(EndText.of(kept, FOLDER)).endsWith("The result lies in /home/me/runs/tickets-1/output");
    }

    @Test
    void aFailedRunTellsWhy() {
        RunEvent.Failed failed = RecordedEvents.failed(new Failure.WorkerDied(137, List.of("killed")));
        assertThat(EndText.of(failed, FOLDER))
                .startsWith("Failed after step 7. ")
                .contains("memory runs out");
    }
}
