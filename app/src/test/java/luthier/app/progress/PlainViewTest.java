package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class PlainViewTest {
    private final StringWriter out = new StringWriter();
    private final PlainView view = new PlainView(new PrintWriter(out, true));

    @Test
    void saysEveryFivePercentWhereStepsAreQuick() {
        RecordedEvents.unfinished().forEach(view::accept);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).filteredOn(line -> line.startsWith("step ")).hasSize(21);
        assertThat(lines.getFirst())
                .isEqualTo("Run tickets on cpu, 2 threads: 1,000 of 100,000 parameters are trained in 40 steps");
        assertThat(lines.getLast()).isEqualTo("Evaluated after step 40: loss 1.5000, 75.0 % of the tokens right");
        assertThat(out.toString()).contains("step 40/40").doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void saysEveryFiveSecondsWhereStepsAreMany() {
        RunEvent.Started started = RecordedEvents.started();
        view.accept(new RunEvent.Started(started.at(), "long", 1, "cpu", 2, 100_000, 0, 10, 1));
        for (int step = 1; step <= 100; step++) {
            view.accept(RecordedEvents.stepped(step, 3));
        }
        assertThat(out.toString().lines().filter(line -> line.startsWith("step ")))
                .extracting(line -> line.substring(0, line.indexOf('/')))
                .containsExactly(
                        "step 1", "step 11", "step 21", "step 31", "step 41", "step 51", "step 61", "step 71",
                        "step 81", "step 91");
    }

    @Test
    void warningsAreMarked() {
        view.accept(new RunEvent.Logged(RecordedEvents.BEGIN, "warning", "two rows were cut"));
        view.accept(new RunEvent.Logged(RecordedEvents.BEGIN, "info", "800 rows"));
        assertThat(out.toString().lines()).containsExactly("Warning: two rows were cut", "800 rows");
    }
}
