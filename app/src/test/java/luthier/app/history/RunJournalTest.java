package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import luthier.app.progress.RecordedEvents;
import luthier.core.run.Failure;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class RunJournalTest {
    private final RunJournal journal = new RunJournal();

    @Test
    void aRunGoesOnOnlyWhileAWorkerIsThere() {
        RecordedEvents.unfinished().forEach(journal::accept);
        assertThat(journal.state(true)).isEqualTo(RunState.RUNNING);
        assertThat(journal.state(false)).isEqualTo(RunState.DIED);
        journal.accept(new RunEvent.Paused(Instant.EPOCH, 40));
        assertThat(journal.state(true)).isEqualTo(RunState.PAUSED);
        journal.accept(new RunEvent.Resumed(Instant.EPOCH, 40));
        assertThat(journal.state(true)).isEqualTo(RunState.RUNNING);
    }

    @Test
    void theEndTellsHowItWent() {
        assertThat(after(RecordedEvents.finished())).isEqualTo(RunState.FINISHED);
        assertThat(after(RecordedEvents.stopped())).isEqualTo(RunState.STOPPED);
        assertThat(after(RecordedEvents.failed(new Failure.EngineFault("x")))).isEqualTo(RunState.FAILED);
        assertThat(after(RecordedEvents.failed(new Failure.WorkerDied(137, List.of("x")))))
                .isEqualTo(RunState.DIED);
    }

    @Test
    void anEndThatIsToldTwiceIsNotedOnce() {
        journal.accept(RecordedEvents.finished());
        journal.accept(RecordedEvents.finished());
        assertThat(journal.notes()).hasSize(1);
    }

    @Test
    void itKeepsTheBestEvaluationAndTheLatestCheckpoint() {
        journal.accept(new RunEvent.Evaluated(Instant.EPOCH, 10, 1.5, 0, 1, 1));
        journal.accept(new RunEvent.Evaluated(Instant.EPOCH, 20, 1.2, 0, 1, 1));
        journal.accept(new RunEvent.Evaluated(Instant.EPOCH, 30, 1.4, 0, 1, 1));
        journal.accept(new RunEvent.Checkpointed(Instant.EPOCH, 30, "checkpoints/step-30", false, 1));
        assertThat(journal.best()).isEqualTo(new Evaluation(20, 1.2));
        assertThat(journal.checkpointStep()).isEqualTo(30);
    }

    private static RunState after(RunEvent end) {
        RunJournal journal = new RunJournal();
        RecordedEvents.ending(end).forEach(journal::accept);
        return journal.state(false);
    }
}
