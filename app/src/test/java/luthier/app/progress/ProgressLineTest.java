package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    @Test
    void showsABarAndTheFigures() {
        assertThat(ProgressLine.withBar(after(10), 120))
                .isEqualTo(
                        "[========                      ]  step 10/40  loss 3.0000  2,000 tokens/s  512 MiB  15 s left");
    }

    @Test
    void theBarShrinksWithTheTerminal() {
        assertThat(ProgressLine.withBar(after(20), 80))
                .isEqualTo("[========        ]  step 20/40  loss 3.0000  2,000 tokens/s  512 MiB  10 s left");
    }

    @Test
    void aNarrowTerminalGetsTheFiguresOnly() {
        assertThat(ProgressLine.withBar(after(40), 40)).isEqualTo("step 40/40  loss 3.0000  2,000 tokens/s");
    }

    @Test
    void beforeTheFirstStepThereIsNoFigureYet() {
        assertThat(ProgressLine.figures(after(0))).isEqualTo("step 0/40  preparing");
    }

    @Property(tries = 200)
    void neverReachesTheTerminalsEdge(
            @ForAll @IntRange(max = 40) int steps, @ForAll @IntRange(min = 1, max = 200) int columns) {
        assertThat(ProgressLine.withBar(after(steps), columns)).hasSizeLessThan(columns);
    }

    private static RunProgress after(int steps) {
        RunProgress progress = RunProgress.NONE.after(RecordedEvents.started());
        for (int step = 1; step <= steps; step++) {
            progress = progress.after(RecordedEvents.stepped(step, 3));
        }
        return progress;
    }
}
