package luthier.core.client;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSink;
import org.jspecify.annotations.Nullable;

/// Delivers a run's events while they are written, with exactly one end, last.
final class EventFollower {
    private static final long POLL_MILLIS = 50;

    private final RunFolder folder;
    private final WorkerLife life;
    private final EventTail tail;
    // The end of an earlier session; dropped when the run turns out to have been resumed.
    private @Nullable RunEvent heldEnd;

    EventFollower(RunFolder folder, WorkerLife life, long firstByte) {
        this.folder = folder;
        this.life = life;
        this.tail = new EventTail(folder.events(), firstByte);
    }

    void follow(RunSink sink) throws LuthierException, InterruptedException {
        try {
            while (true) {
                // Asked before reading: what a worker wrote before it went is then in the file.
                boolean alive = life.alive();
                deliver(sink);
                RunEvent end = heldEnd;
                if (end != null && (life.owned() || !alive)) {
                    sink.accept(end);
                    return;
                }
                if (!alive && end == null) {
                    recordDeath();
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            throw LuthierException.disk(folder.events(), "the run's events", e);
        }
    }

    private void deliver(RunSink sink) throws IOException, LuthierException {
        for (RunEvent event : tail.read()) {
            if (event.end()) {
                heldEnd = event;
            } else {
                heldEnd = null;
                sink.accept(event);
            }
        }
    }

    // Several followers may see the same death; the lock lets one of them write, the others then read its line.
    private void recordDeath() throws IOException, LuthierException, InterruptedException {
        try (RunLock lock = RunLock.tryTakePatiently(folder)) {
            if (lock == null && life.owned()) {
                throw new LuthierException(new Failure.RunInUse(folder.path().toString(), RunLock.holder(folder)));
            }
            if (lock == null || !tailIsAtEnd()) {
                return;
            }
            try (EventLog log = EventLog.open(folder)) {
                log.accept(new RunEvent.Failed(
                        Instant.now(), log.lastStep(), new Failure.WorkerDied(life.exitCode(), life.lastLogLines())));
            }
        }
    }

    private boolean tailIsAtEnd() throws IOException, LuthierException {
        return new EventTail(folder.events(), tail.position()).read().isEmpty();
    }
}
