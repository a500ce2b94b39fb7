package luthier.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import luthier.app.progress.RecordedEvents;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final Curve LOSS = Charts.LOSS.curves().getFirst();

    private final Recording recording = new Recording();

    @Test
    void everyCurveHasAValueAtEveryStep() {
        RecordedEvents.unfinished().forEach(recording::accept);
        assertThat(recording.size()).isEqualTo(RecordedEvents.STEPS);
        for (Curve curve : Charts.curves()) {
            Column values = recording.values(curve);
            assertThat(values.size()).as(curve.key()).isEqualTo(RecordedEvents.STEPS);
            for (int i = 0; i < values.size(); i++) {
                assertThat(values.at(i)).as(curve.key()).isFinite();
            }
        }
    }

    @Test
    void theHorizontalAxisMayBeStepsTokensOrSeconds() {
        RecordedEvents.unfinished().forEach(recording::accept);
        assertThat(recording.places(Abscissa.STEP).last()).isEqualTo(40);
        assertThat(recording.places(Abscissa.TOKENS).last()).isEqualTo(40_000);
        assertThat(recording.places(Abscissa.TIME).last()).isCloseTo(20, within(1e-9));
        assertThat(recording.evaluations(Abscissa.STEP).x().last()).isEqualTo(40);
        assertThat(recording.plannedSteps()).isEqualTo(40);
    }

    @Test
    void aPauseIsAGap() {
        recording.accept(RecordedEvents.started());
        recording.accept(RecordedEvents.stepped(1, 4));
        recording.accept(new RunEvent.Paused(RecordedEvents.BEGIN.plusSeconds(1), 1));
        recording.accept(new RunEvent.Resumed(RecordedEvents.BEGIN.plusSeconds(9), 1));
        recording.accept(RecordedEvents.stepped(2, 3));
        Column values = recording.values(LOSS);
        assertThat(values.at(0)).isEqualTo(4);
        assertThat(values.at(1)).isNaN();
        assertThat(values.at(2)).isEqualTo(3);
    }

    @Test
    void aResumedRunTakesBackWhatItDoesAgain() {
        RecordedEvents.unfinished().forEach(recording::accept);
        recording.accept(resumedFrom(30));
        recording.accept(RecordedEvents.stepped(31, 9));
        Series loss = recording.series(LOSS, Abscissa.STEP);
        assertThat(loss.x().last()).isEqualTo(31);
        assertThat(loss.valueAt(31)).isEqualTo(9);
        assertThat(loss.valueAt(29)).isCloseTo(4 - 2.0 * 28 / 40, within(1e-9));
        assertThat(recording.places(Abscissa.TOKENS).last()).isEqualTo(31_000);
        assertThat(recording.evaluations(Abscissa.STEP).size()).isZero();
        assertThat(recording.cuts()).isEqualTo(1);
    }

    @Test
    void aClockThatWasSetBackDoesNotTurnTheAxis() {
        recording.accept(RecordedEvents.started());
        recording.accept(RecordedEvents.stepped(5, 4));
        recording.accept(RecordedEvents.stepped(2, 3));
        Column time = recording.places(Abscissa.TIME);
        assertThat(time.at(1)).isEqualTo(time.at(0));
    }

    private static RunEvent resumedFrom(long step) {
        Instant at = RecordedEvents.BEGIN.plusSeconds(60);
        return new RunEvent.Started(at, "tickets", 78, "cpu", 2, 40, step, 100_000, 1_000);
    }
}
