package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import luthier.app.TestProgram;
import luthier.app.progress.RecordedEvents;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import org.junit.jupiter.api.Test;

class ResumeCommandTest {
    @Test
    void followsTheRunThatGoesOn() {
        ScriptedRuns runs = new ScriptedRuns(RecordedEvents.ending(RecordedEvents.stopped()), 0);
        TestProgram program = TestProgram.of(runs, new ScriptedTasks((_, _) -> List.of()));
        assertThat(program.run("resume", "runs/first", "--json")).isEqualTo(5);
        assertThat(runs.folders).containsExactly(Path.of("runs/first"));
        assertThat(program.out.toString().lines()).hasSize(43).allMatch(line -> line.startsWith("{"));
    }
}
