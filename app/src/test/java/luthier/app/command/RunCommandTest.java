package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import luthier.app.TestProgram;
import luthier.app.progress.RecordedEvents;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final ScriptedRuns runs = new ScriptedRuns(RecordedEvents.ending(RecordedEvents.finished()), 0);
    private final TestProgram fitting = TestProgram.of(runs, new ScriptedTasks((_, _) -> List.of(Projects.PLAN)));
    private final TestProgram tooLarge = TestProgram.of(runs, new ScriptedTasks((_, _) -> List.of(Projects.TOO_LARGE)));

    @Test
    void runsInAFolderNamedAfterTheRunBesideTheProject() throws IOException {
        assertThat(fitting.run("run", Projects.in(folder, "first").toString())).isZero();
        assertThat(runs.folders.getFirst().getParent()).isEqualTo(folder.resolve("runs"));
        assertThat(runs.folders.getFirst().getFileName().toString()).matches("first-\\d{8}-\\d{6}");
    }

    @Test
    void overridesReachTheRun() throws IOException {
        String project = Projects.in(folder, "first", "second").toString();
        assertThat(fitting.run(
                        "run",
                        project,
                        "--run",
                        "second",
                        "--set",
                        "training.learningRate=0.5",
                        "--set",
                        "precision=fp32"))
                .isZero();
        assertThat(runs.started.getFirst().name()).isEqualTo("second");
        assertThat(runs.started.getFirst().training().learningRate()).isEqualTo(0.5);
        assertThat(runs.started.getFirst().precision().id()).isEqualTo("fp32");
    }

    @Test
    void theOutputFolderCanBeNamed() throws IOException {
        Path output = folder.resolve("elsewhere");
        assertThat(fitting.run("run", Projects.in(folder, "first").toString(), "--output", output.toString()))
                .isZero();
        assertThat(runs.folders).containsExactly(output);
    }

    @Test
    void aProjectWithSeveralRunsAsksWhichOne() throws IOException {
        assertThat(fitting.run("run", Projects.in(folder, "first", "second").toString()))
                .isEqualTo(2);
        assertThat(fitting.err.toString()).contains("--run: first, second");
        assertThat(runs.started).isEmpty();
    }

    @Test
    void aProjectWithoutRunsIsRefused() throws IOException {
        assertThat(fitting.run("run", Projects.in(folder).toString())).isEqualTo(2);
        assertThat(fitting.err.toString()).contains("my.luthier: runs is empty");
    }

    @Test
    void anUnknownSettingIsRefusedBeforeAnythingStarts() throws IOException {
        String project = Projects.in(folder, "first").toString();
        assertThat(fitting.run("run", project, "--set", "training.learningrate=1"))
                .isEqualTo(2);
        assertThat(fitting.err.toString()).contains("did you mean `training.learningRate`");
        assertThat(runs.started).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheBreakdown() throws IOException {
        assertThat(tooLarge.run("run", Projects.in(folder, "first").toString())).isEqualTo(4);
        assertThat(tooLarge.err.toString()).contains("weights", "60.0 MiB", "500 MiB are missing", "--force");
        assertThat(runs.started).isEmpty();
    }

    @Test
    void forceRunsItAllTheSame() throws IOException {
        assertThat(tooLarge.run("run", Projects.in(folder, "first").toString(), "--force"))
                .isZero();
        assertThat(tooLarge.err.toString()).contains("may not fit");
        assertThat(runs.started).hasSize(1);
    }
}
