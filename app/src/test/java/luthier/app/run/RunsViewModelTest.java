package luthier.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.history.QueueFile;
import luthier.app.history.RunFolders;
import luthier.app.history.RunState;
import luthier.app.history.Specs;
import luthier.app.plan.Planner;
import luthier.app.progress.RecordedEvents;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import luthier.core.disk.DurableFiles;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {
    private static final RunEvent FAILED = RecordedEvents.failed(new Failure.EngineFault("x"));

    @TempDir
    private Path folder;

    private ScriptedRuns runs = new ScriptedRuns(RecordedEvents.ending(RecordedEvents.finished()), 0);

    @Test
    void theRunsOfAProjectStandInGroups() {
        RunFolders.of(runsFolder(), "done", RecordedEvents.ending(RecordedEvents.finished()));
        RunFolders.of(runsFolder(), "dead", RecordedEvents.unfinished());
        RunsViewModel model = opened();
        assertThat(model.entries().getFirst()).isEqualTo(new ListEntry.Group("runs.group.ended", 2));
        assertThat(named(model, "done").state().get()).isEqualTo(RunState.FINISHED);
        assertThat(named(model, "dead").state().get()).isEqualTo(RunState.DIED);
        assertThat(named(model, "dead").standing().get()).isEqualTo("failed at step 40");
        assertThat(model.count().get()).isZero();
        assertThat(model.status().get()).isNull();
    }

    @Test
    void aRunThatGoesOnIsFollowedAgainAndShownInTheStrip() {
        runs = new ScriptedRuns(List.of(RecordedEvents.stepped(41, 1.9)), 0);
        runs.busy = true;
        RunFolders.of(runsFolder(), "live", RecordedEvents.unfinished());
        RunsViewModel model = opened();
        assertThat(model.count().get()).isEqualTo(1);
        assertThat(model.selected().get()).isEqualTo(named(model, "live"));
        assertThat(named(model, "live").journal().progress().step()).isEqualTo(41);
        assertThat(model.status().get()).isNotNull().satisfies(status -> {
            assertThat(status.step()).isEqualTo(41);
            assertThat(status.steps()).isEqualTo(40);
            assertThat(status.memoryBytes()).isEqualTo(1 << 20);
        });
    }

    @Test
    void requestsGoToTheWorker() {
        runs = new ScriptedRuns(List.of(), 0);
        runs.busy = true;
        RunFolders.of(runsFolder(), "live", RecordedEvents.unfinished());
        RunViewModel run = named(opened(), "live");
        run.request(RunControl.Request.PAUSE);
        run.request(RunControl.Request.STOP_AND_DISCARD);
        assertThat(runs.requests).containsExactly(RunControl.Request.PAUSE, RunControl.Request.STOP_AND_DISCARD);
    }

    @Test
    void aRunThatEndedIsResumedInANewWorker() {
        RunFolders.of(runsFolder(), "dead", RecordedEvents.unfinished());
        RunViewModel run = named(opened(), "dead");
        run.resume();
        assertThat(runs.folders).contains(runsFolder().resolve("dead"));
        assertThat(run.state().get()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void theQueueRunsOneAfterTheOther() throws LuthierException {
        RunsViewModel model = opened();
        model.enqueue(Specs.named("a"));
        model.enqueue(Specs.named("b"));
        assertThat(model.all()).extracting(RunViewModel::name).containsExactly("b", "a");
        assertThat(model.all()).extracting(run -> run.state().get()).containsOnly(RunState.FINISHED);
        assertThat(runs.started).extracting(RunSpec::name).containsExactly("a", "b");
        assertThat(new QueueFile(runsFolder().resolve("queue.json")).read().waiting())
                .isEmpty();
    }

    @Test
    void aFailureHoldsTheQueueWhenItShallNotGoOn() throws LuthierException {
        runs = new ScriptedRuns(RecordedEvents.ending(FAILED), 0);
        RunsViewModel model = opened();
        model.queue().goOnAfterFailure().set(false);
        model.queue().add(Specs.named("a"));
        model.queue().add(Specs.named("b"));
        model.startNext();
        assertThat(runs.started).extracting(RunSpec::name).containsExactly("a");
        assertThat(model.queue().held().get()).isTrue();
        assertThat(new QueueFile(runsFolder().resolve("queue.json")).read().waiting())
                .containsExactly(Specs.named("b"));
        model.queue().release();
        model.startNext();
        assertThat(runs.started).extracting(RunSpec::name).containsExactly("a", "b");
    }

    @Test
    void aQueueThatCannotBeReadIsToldAndNotWrittenOver() throws IOException {
        Files.createDirectories(runsFolder());
        Path file = Files.writeString(runsFolder().resolve("queue.json"), "{");
        RunsViewModel model = opened();
        assertThat(model.queue().problem().get()).contains("queue.json");
        model.queue().add(Specs.named("a"));
        assertThat(file).hasContent("{");
    }

    @Test
    void whatIsDamagedIsToldAndTheRestIsShown() throws IOException {
        Path events = RunFolders.of(runsFolder(), "torn", RecordedEvents.ending(RecordedEvents.finished()))
                .events();
        List<String> lines = Files.readAllLines(events);
        lines.set(10, "{\"event\":\"st\u0000");
        Files.write(events, lines);
        RunViewModel run = named(opened(), "torn");
        assertThat(run.problem().get()).contains("line 11");
        assertThat(run.journal().recording().size()).isEqualTo(RecordedEvents.STEPS - 1);
        assertThat(run.state().get()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aFolderThatWasDeletedLeavesTheList() throws IOException {
        Path run = RunFolders.of(runsFolder(), "done", RecordedEvents.ending(RecordedEvents.finished()))
                .path();
        RunsViewModel model = opened();
        DurableFiles.deleteTree(run);
        model.refresh();
        assertThat(model.all()).isEmpty();
        assertThat(model.entries()).isEmpty();
    }

    private RunsViewModel opened() {
        Planner planner = new Planner(new ScriptedTasks((_, _) -> List.of(plan())));
        RunsViewModel model = new RunsViewModel(new FolderRuns(runs), planner, Runnable::run, Runnable::run);
        model.open(folder.resolve("project.luthier"));
        return model;
    }

    private Path runsFolder() {
        return folder.resolve("runs");
    }

    private static RunViewModel named(RunsViewModel model, String name) {
        return model.all().stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, ?> plan() {
        return Map.of(
                "causes", Map.of("WEIGHTS", 1000),
                "runtimeBytes", 10,
                "longestBatch", Map.of("rows", 1, "length", 8),
                "peakBytes", 1010,
                "availableBytes", 5000,
                "fits", true,
                "trainableParameters", 1,
                "totalParameters", 2,
                "steps", 3,
                "activations", "keep");
    }
}
