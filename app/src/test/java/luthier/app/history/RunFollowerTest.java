package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import luthier.app.progress.RecordedEvents;
import luthier.app.worker.ProcessRuns;
import luthier.core.client.RunFolder;
import luthier.core.client.RunLauncher;
import luthier.core.client.RunLock;
import luthier.core.client.WorkerCommand;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFollowerTest {
    @TempDir
    private Path folder;

    private final ProcessRuns runs = new ProcessRuns(new RunLauncher(WorkerCommand.ofThisProgram()));
    private final Heard heard = new Heard();

    @Test
    void aRunThatGoesOnIsFollowedToTheDeathOfItsWorker() throws Exception {
        RunFolder run = RunFolders.of(folder, "a", RecordedEvents.unfinished());
        try (RunLock _ = RunLock.take(run)) {
            follower(run).open();
            assertThat(heard.loaded.await(10, TimeUnit.SECONDS)).isTrue();
            Files.writeString(
                    run.events(), JsonLine.write(RecordedEvents.stepped(41, 2)) + "\n", StandardOpenOption.APPEND);
        }
        assertThat(heard.ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.busy).isTrue();
        assertThat(heard.journal.progress().step()).isEqualTo(40);
        assertThat(heard.came.getFirst()).isEqualTo(RecordedEvents.stepped(41, 2));
        assertThat(heard.came.getLast())
                .isInstanceOfSatisfying(
                        RunEvent.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        Failure.WorkerDied.class,
                                        died -> assertThat(died.lastLines()).contains("out of memory")));
    }

    @Test
    void aRunThatHasEndedIsNotFollowed() {
        RunFolder run = RunFolders.of(folder, "a", RecordedEvents.ending(RecordedEvents.finished()));
        new RunFollower(run, runs, Runnable::run, Runnable::run, heard).open();
        assertThat(heard.journal.state(heard.busy)).isEqualTo(RunState.FINISHED);
        assertThat(heard.came).isEmpty();
    }

    @Test
    void aWorkerThatHasWrittenItsEndIsNotTakenForDead() throws Exception {
        RunFolder run = RunFolders.of(folder, "a", RecordedEvents.ending(RecordedEvents.finished()));
        try (RunLock _ = RunLock.take(run)) {
            follower(run).open();
            assertThat(heard.loaded.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(heard.ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.came).containsExactly(RecordedEvents.finished());
    }

    private RunFollower follower(RunFolder run) {
        return new RunFollower(run, runs, task -> Thread.ofVirtual().start(task), Runnable::run, heard);
    }

    private static final class Heard implements RunFollower.Listener {
        private final CountDownLatch loaded = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final List<RunEvent> came = new ArrayList<>();
        private volatile RunJournal journal = new RunJournal();
        private volatile boolean busy;

        @Override
        public void loaded(RunJournal read, boolean isBusy, EventFile.Read file) {
            journal = read;
            busy = isBusy;
            loaded.countDown();
        }

        @Override
        public void came(List<RunEvent> events) {
            came.addAll(events);
            if (events.getLast().end()) {
                ended.countDown();
            }
        }

        @Override
        public void broken(Failure failure) {
            throw new AssertionError(failure);
        }
    }
}
