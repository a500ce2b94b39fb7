package luthier.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunControl.Request;
import luthier.core.run.RunEvent;
import luthier.core.worker.FakeWorkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs in a real second JVM.
@Timeout(120)
class RunLauncherTest {
    private static final Map<String, Object> ENDLESS = Map.of("steps", 1_000_000, "stepMillis", 5);

    private final RunLauncher launcher = new RunLauncher(FakeWorkers.command());

    @TempDir
    Path folder;

    RunLauncherTest() {
        folder = Path.of("unset");
    }

    private Path run() {
        return folder.resolve("run");
    }

    private RunHandle start(Map<String, Object> settings) throws LuthierException {
        return launcher.start(FakeWorkers.spec(settings), run());
    }

    private static List<RunEvent> follow(RunHandle handle) throws LuthierException, InterruptedException {
        List<RunEvent> events = new ArrayList<>();
        handle.follow(events::add);
        return events;
    }

    private static Failure failure(List<RunEvent> events) {
        assertThat(events.getLast()).isInstanceOf(RunEvent.Failed.class);
        return ((RunEvent.Failed) events.getLast()).failure();
    }

    private static long steps(List<RunEvent> events) {
        return events.stream().filter(RunEvent.Stepped.class::isInstance).count();
    }

    @Test
    void aRunIsFollowedFromStartToFinish() throws LuthierException, InterruptedException {
        RunHandle handle = start(Map.of("steps", 7));
        List<RunEvent> events = follow(handle);
        assertThat(events.getFirst()).isInstanceOf(RunEvent.Started.class);
        assertThat(steps(events)).isEqualTo(7);
        assertThat(events.getLast()).isInstanceOf(RunEvent.Finished.class);
        assertThat(handle.alive()).isFalse();
        assertThat(follow(launcher.attach(run()))).isEqualTo(events);
        assertThat(RunFolder.open(run()).spec()).isEqualTo(FakeWorkers.spec(Map.of("steps", 7)));
    }

    @Test
    void tenThousandEventsArriveInOrderWhileTheyAreWritten() throws LuthierException, InterruptedException {
        List<RunEvent> events = follow(start(Map.of("steps", 10_000)));
        assertThat(events.stream()
                        .filter(RunEvent.Stepped.class::isInstance)
                        .map(event -> ((RunEvent.Stepped) event).step()))
                .isEqualTo(
                        IntStream.rangeClosed(1, 10_000).mapToObj(i -> (long) i).toList());
        assertThat(events).hasSize(10_002);
    }

    @Test
    void stopEndsWithACheckpointAndResumeGoesOnFromThere() throws LuthierException, InterruptedException, IOException {
        RunHandle handle = start(ENDLESS);
        handle.request(Request.STOP);
        List<RunEvent> first = follow(handle);
        assertThat(first.getLast())
                .isInstanceOfSatisfying(
                        RunEvent.Stopped.class,
                        stopped -> assertThat(stopped.output()).isNull());
        long stoppedAt = ((RunEvent.Stopped) first.getLast()).step();

        RunHandle resumed = launcher.resume(run());
        resumed.request(Request.STOP_AND_KEEP);
        List<RunEvent> second = follow(resumed);
        assertThat(second.getFirst())
                .isInstanceOfSatisfying(
                        RunEvent.Started.class,
                        started -> assertThat(started.resumedFrom()).isEqualTo(stoppedAt));
        assertThat(second.getLast())
                .isInstanceOfSatisfying(
                        RunEvent.Stopped.class,
                        stopped -> assertThat(stopped.output()).isEqualTo("output"));

        List<RunEvent> whole = new ArrayList<>(first.subList(0, first.size() - 1));
        whole.addAll(second);
        assertThat(follow(launcher.attach(run()))).isEqualTo(whole);
        assertThat(Files.readAllLines(RunFolder.open(run()).events())).hasSize(whole.size() + 1);
    }

    @Test
    void pauseResumeAndCheckpointActInOrder() throws LuthierException, InterruptedException {
        RunHandle handle = start(ENDLESS);
        handle.request(Request.PAUSE);
        handle.request(Request.RESUME);
        handle.request(Request.CHECKPOINT);
        handle.request(Request.STOP_AND_DISCARD);
        List<? extends Class<?>> kinds = follow(handle).stream()
                .filter(event -> !(event instanceof RunEvent.Stepped))
                .map(RunEvent::getClass)
                .toList();
        assertThat(kinds)
                .isEqualTo(List.of(
                        RunEvent.Started.class,
                        RunEvent.Paused.class,
                        RunEvent.Resumed.class,
                        RunEvent.Checkpointed.class,
                        RunEvent.Checkpointed.class,
                        RunEvent.Stopped.class));
    }

    @Test
    void aFolderTooDeepForASocketCanBeSteeredToo() throws LuthierException, InterruptedException {
        Path deep = folder.resolve("d".repeat(120)).resolve("run");
        RunHandle handle = launcher.start(FakeWorkers.spec(ENDLESS), deep);
        handle.request(Request.STOP);
        assertThat(follow(handle).getLast()).isInstanceOf(RunEvent.Stopped.class);
        assertThat(handle.folder().controlAddress()).doesNotExist();
    }

    @Test
    void aKilledWorkerLeavesAnEndThatSaysSo() throws LuthierException, InterruptedException, IOException {
        RunHandle handle = start(ENDLESS);
        List<RunEvent> events = new ArrayList<>();
        handle.follow(event -> {
            events.add(event);
            if (events.size() == 5) {
                handle.kill();
            }
        });
        assertThat(failure(events))
                .isInstanceOfSatisfying(
                        Failure.WorkerDied.class,
                        died -> assertThat(died.exitCode()).isEqualTo(137));
        assertThat(((RunEvent.Failed) events.getLast()).step()).isPositive();
        assertThat(Files.readAllLines(handle.folder().events()).getLast()).contains("workerDied");
        assertThat(follow(launcher.attach(run())).getLast()).isEqualTo(events.getLast());

        RunHandle resumed = launcher.resume(run());
        resumed.request(Request.STOP);
        assertThat(follow(resumed).getLast()).isInstanceOf(RunEvent.Stopped.class);
    }

    @Test
    void theDeathOfAForeignWorkerIsSeenByItsLock() throws LuthierException, InterruptedException {
        RunHandle owner = start(ENDLESS);
        owner.request(Request.CHECKPOINT);
        RunHandle watcher = launcher.attach(run());
        assertThat(watcher.alive()).isTrue();
        watcher.kill();
        assertThat(failure(follow(watcher)))
                .isInstanceOfSatisfying(
                        Failure.WorkerDied.class,
                        died -> assertThat(died.exitCode()).isEqualTo(-1));
        assertThat(watcher.alive()).isFalse();
    }

    @Test
    void aTornLastLineIsCutBeforeTheEndIsWritten() throws LuthierException, InterruptedException, IOException {
        RunHandle handle = start(Map.of("steps", 5, "fault", "exit", "faultAt", 3));
        while (handle.alive()) {
            Thread.sleep(20);
        }
        Path file = handle.folder().events();
        Files.writeString(file, "{\"event\":\"step", StandardOpenOption.APPEND);
        List<RunEvent> events = follow(handle);
        assertThat(failure(events))
                .isInstanceOfSatisfying(
                        Failure.WorkerDied.class,
                        died -> assertThat(died.exitCode()).isEqualTo(3));
        assertThat(steps(events)).isEqualTo(2);
        assertThat(Files.readAllLines(file)).hasSize(4).noneMatch(line -> line.endsWith("step"));
    }

    @Test
    void theLastLinesOfTheLogTravelWithTheDeath() throws LuthierException, InterruptedException {
        assertThat(failure(follow(start(Map.of("fault", "log")))))
                .isInstanceOfSatisfying(
                        Failure.WorkerDied.class,
                        died -> assertThat(died.lastLines())
                                .hasSize(20)
                                .startsWith("last words 11")
                                .endsWith("last words 30"));
    }

    @Test
    void faultsOfTheEngineBecomeAnEndEventAndALog() throws LuthierException, InterruptedException, IOException {
        assertThat(failure(follow(start(Map.of("fault", "runtime")))))
                .isEqualTo(new Failure.EngineFault("java.lang.IllegalStateException: a fault of the engine"));
        assertThat(Files.readString(RunFolder.open(run()).log())).contains("at luthier.core.worker.FakeJob.run");
    }

    @Test
    void aFullHeapAJobWithoutEndAndAFailureAreTold() throws LuthierException, InterruptedException {
        Path here = folder;
        for (String fault : List.of("memory", "silent", "diverged", "after-end")) {
            RunHandle handle = launcher.start(FakeWorkers.spec(Map.of("fault", fault)), here.resolve(fault));
            Failure failure = failure(follow(handle));
            if (fault.equals("memory")) {
                assertThat(failure).isEqualTo(new Failure.EngineFault("java.lang.OutOfMemoryError: no heap left"));
            } else if (fault.equals("silent")) {
                assertThat(failure).isInstanceOf(Failure.EngineFault.class);
            } else {
                assertThat(failure).isInstanceOf(Failure.Diverged.class);
            }
        }
    }

    @Test
    void aTerminatedWorkerStopsWithACheckpoint() throws LuthierException, InterruptedException {
        RunHandle handle = start(ENDLESS);
        List<RunEvent> events = new ArrayList<>();
        handle.follow(event -> {
            events.add(event);
            if (event instanceof RunEvent.Started started) {
                assertThat(ProcessHandle.of(started.processId()).map(ProcessHandle::destroy))
                        .contains(true);
            }
        });
        assertThat(events.getLast()).isInstanceOf(RunEvent.Stopped.class);
        assertThat(events.get(events.size() - 2)).isInstanceOf(RunEvent.Checkpointed.class);
        assertThat(handle.alive()).isFalse();
    }

    @Test
    void aFolderInUseIsRefused() throws LuthierException, InterruptedException {
        RunHandle handle = start(ENDLESS);
        handle.request(Request.CHECKPOINT);
        assertThatThrownBy(() -> launcher.resume(run()))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.RunInUse.class, inUse -> {
                            assertThat(inUse.folder()).isEqualTo(run().toString());
                            assertThat(inUse.processId()).isEqualTo(RunLock.holder(handle.folder()));
                        }));
        assertThatThrownBy(() -> RunLock.take(handle.folder()))
                .isInstanceOfSatisfying(
                        LuthierException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.RunInUse.class));
        assertThatThrownBy(() -> launcher.start(FakeWorkers.spec(ENDLESS), run()))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("holds files already");
        handle.request(Request.STOP);
        follow(handle);
    }

    @Test
    void nobodyAnswersForARunThatIsOver() throws LuthierException, InterruptedException {
        RunHandle handle = start(Map.of("steps", 1));
        follow(handle);
        assertThatThrownBy(() -> handle.request(Request.PAUSE))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("no worker answers");
    }
}
