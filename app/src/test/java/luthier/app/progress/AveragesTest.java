package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AveragesTest {
    @Test
    void theFirstStepCountsFully() {
        Averages averages = Averages.of(RecordedEvents.stepped(1, 4));
        assertThat(averages.loss()).isCloseTo(4, within(1e-12));
        assertThat(averages.tokensPerSecond()).isCloseTo(2000, within(1e-9));
        assertThat(averages.stepMillis()).isCloseTo(500, within(1e-9));
    }

    @Test
    void laterStepsMoveTheLossSlowly() {
        Averages averages = Averages.of(RecordedEvents.stepped(1, 4)).after(RecordedEvents.stepped(2, 2));
        assertThat(averages.loss()).isCloseTo((0.9 * 4 + 2) / 1.9, within(1e-12));
    }

    @Test
    void aLossThatIsNoNumberShowsAtOnceAndPasses() {
        Averages broken = Averages.of(RecordedEvents.stepped(1, 4)).after(RecordedEvents.stepped(2, Double.NaN));
        assertThat(broken.loss()).isNaN();
        assertThat(broken.after(RecordedEvents.stepped(3, 2)).loss()).isCloseTo(2, within(1e-12));
    }
}
