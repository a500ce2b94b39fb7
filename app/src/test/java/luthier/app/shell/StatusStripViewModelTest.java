package luthier.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import luthier.app.worker.ActiveRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusStripViewModelTest implements ActiveRuns {
    private final ReadOnlyObjectWrapper<@Nullable RunStatus> status = new ReadOnlyObjectWrapper<>();
    private final StatusStripViewModel strip = new StatusStripViewModel(this);

    @Test
    void withoutARunThereIsNothingToShow() {
        assertThat(strip.running().getValue()).isFalse();
        assertThat(strip.figures().getValue()).isEmpty();
    }

    @Test
    void aRunThatPreparesHasNoFiguresYet() {
        status.set(new RunStatus("a", false, 0, 0, Double.NaN, 0, 0, 0));
        assertThat(strip.running().getValue()).isTrue();
        assertThat(strip.figures().getValue()).isEqualTo("preparing");
        assertThat(strip.percent().getValue()).isEmpty();
    }

    @Test
    void aRunShowsAllItsFigures() {
        status.set(new RunStatus("lora", false, 412, 1200, 1.83, 548, 2L << 30, 360));
        assertThat(strip.name().getValue()).isEqualTo("lora");
        assertThat(strip.figures().getValue())
                .contains("step 412 of 1,200", "loss 1.8300", "548 tok/s", "2.00 GiB", "6 min 00 s left");
        assertThat(strip.percent().getValue()).isEqualTo("34 %");
    }

    @Test
    void aPausedRunIsSaidToBe() {
        status.set(new RunStatus("lora", true, 412, 1200, 1.83, 0, 0, 0));
        assertThat(strip.figures().getValue()).startsWith("paused");
        assertThat(strip.paused().getValue()).isTrue();
    }

    @Override
    public ReadOnlyIntegerProperty count() {
        return new ReadOnlyIntegerWrapper(1);
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable RunStatus> status() {
        return status;
    }

    @Override
    public void follow(ActiveRun run) {
        throw new AssertionError("the strip starts nothing");
    }

    @Override
    public void chooseStatus() {
        throw new AssertionError("nobody clicked");
    }
}
