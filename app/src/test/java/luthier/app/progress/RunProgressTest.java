package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    @Test
    void theEventsTellHowFarTheRunIs() {
        RunProgress progress = RunProgress.NONE.after(RecordedEvents.started());
        assertThat(progress.share()).isZero();
        assertThat(progress.secondsLeft()).isZero();
        for (int step = 1; step <= 10; step++) {
            progress = progress.after(RecordedEvents.stepped(step, 3));
        }
        assertThat(progress.share()).isEqualTo(0.25);
        assertThat(progress.secondsLeft()).isCloseTo(15, within(1e-9));
        assertThat(progress.residentBytes()).isEqualTo(512L << 20);
        assertThat(progress.end()).isNull();
    }

    @Test
    void theEndIsKeptWithTheLastEvaluation() {
        RunProgress progress = RunProgress.NONE;
        for (RunEvent event : RecordedEvents.ending(RecordedEvents.finished())) {
            progress = progress.after(event);
        }
        assertThat(progress.end()).isEqualTo(RecordedEvents.finished());
        assertThat(progress.evaluationLoss()).isEqualTo(1.5);
        assertThat(progress.step()).isEqualTo(40);
    }

    @Test
    void aResumedRunBeginsAtItsCheckpointAndHasNoEndAnyMore() {
        RunEvent.Started resumed =
                new RunEvent.Started(RecordedEvents.BEGIN, "tickets", 78, "cpu", 2, 40, 20, 100_000, 1_000);
        RunProgress progress = RunProgress.NONE.after(RecordedEvents.stopped()).after(resumed);
        assertThat(progress.share()).isEqualTo(0.5);
        assertThat(progress.end()).isNull();
    }
}
