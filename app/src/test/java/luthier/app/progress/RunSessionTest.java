package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.worker.ScriptedRuns;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class RunSessionTest {
    private static final RunEvent KILLED = RecordedEvents.failed(new Failure.WorkerDied(137, List.of()));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRunThatEndsWellPrintsItsLedger() throws LuthierException, InterruptedException {
        assertThat(follow(new ScriptedRuns(RecordedEvents.ending(RecordedEvents.finished()), 0), false))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("20 s for 40 steps").contains("/run/output");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withJsonNothingButEventsIsPrinted() throws LuthierException, InterruptedException {
        follow(new ScriptedRuns(RecordedEvents.ending(RecordedEvents.finished()), 0), true);
        assertThat(out.toString().lines()).hasSize(43).allMatch(line -> line.startsWith("{\"event\":"));
    }

    @Test
    void aFailureGoesToTheErrorStream() throws LuthierException, InterruptedException {
        assertThat(follow(new ScriptedRuns(RecordedEvents.ending(KILLED), 0), false))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("killed (signal 9)");
        assertThat(out.toString()).doesNotContain("killed");
    }

    @Test
    void theFirstInterruptAsksForACheckpointAndAStop() throws LuthierException, InterruptedException {
        ScriptedRuns runs = new ScriptedRuns(RecordedEvents.ending(RecordedEvents.stopped()), 1);
        assertThat(follow(runs, false)).isEqualTo(ExitCode.STOPPED);
        assertThat(runs.requests).containsExactly(RunControl.Request.STOP);
        assertThat(runs.killed).isFalse();
        assertThat(out.toString()).contains("Ctrl+C again").contains("luthier resume /run");
    }

    @Test
    void theSecondInterruptKills() throws LuthierException, InterruptedException {
        ScriptedRuns runs = new ScriptedRuns(RecordedEvents.ending(KILLED), 2);
        assertThat(follow(runs, false)).isEqualTo(ExitCode.KILLED);
        assertThat(runs.killed).isTrue();
        assertThat(err.toString()).contains("Ended at once").doesNotContain("memory runs out");
    }

    @Test
    void aSecondInterruptThatComesTooLateChangesNothing() throws LuthierException, InterruptedException {
        ScriptedRuns runs = new ScriptedRuns(RecordedEvents.ending(RecordedEvents.stopped()), 2);
        assertThat(follow(runs, false)).isEqualTo(ExitCode.STOPPED);
    }

    private ExitCode follow(ScriptedRuns runs, boolean json) throws LuthierException, InterruptedException {
        Console console = new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), new BufferedReader(new StringReader("")), 0);
        return new RunSession(console, runs)
                .follow(runs.resume(Path.of("/run")), json)
                .exitCode();
    }
}
