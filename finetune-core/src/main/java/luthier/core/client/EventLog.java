package luthier.core.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSink;

/// Writes `events.jsonl`. Only the holder of the folder's [RunLock] may have one.
///
/// Lines are only ever added. A line that a crash left half-written is cut off when the log is opened again; an end
/// event of an earlier session stays, and is no longer the end because lines follow it.
public final class EventLog implements RunSink, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private long lastStep;
    private boolean ended;

    private EventLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    public static EventLog open(RunFolder folder) throws LuthierException {
        Path file = folder.events();
        try {
            EventTail tail = new EventTail(file, 0);
            long step = 0;
            for (RunEvent event : tail.read()) {
                step = stepOf(event, step);
            }
            EventLog log =
                    new EventLog(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            log.channel.truncate(tail.position());
            log.channel.position(tail.position());
            log.lastStep = step;
            return log;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /// Adds a line. It is on the disk, not only with the system, after a checkpoint and at the end.
    @Override
    public synchronized void accept(RunEvent event) throws LuthierException {
        if (ended) {
            throw new IllegalStateException("an event after the end: " + event);
        }
        ByteBuffer line = ByteBuffer.wrap((JsonLine.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long before = channel.position();
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
            if (event.end() || event instanceof RunEvent.Checkpointed) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
        lastStep = stepOf(event, lastStep);
        ended = event.end();
    }

    /// The highest step any event named so far.
    public synchronized long lastStep() {
        return lastStep;
    }

    /// Whether this log has written an end event.
    public synchronized boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static long stepOf(RunEvent event, long before) {
        return switch (event) {
            case RunEvent.Started started -> started.resumedFrom();
            case RunEvent.Stepped stepped -> stepped.step();
            case RunEvent.Evaluated evaluated -> evaluated.step();
            case RunEvent.Checkpointed checkpointed -> checkpointed.step();
            case RunEvent.Paused paused -> paused.step();
            case RunEvent.Resumed resumed -> resumed.step();
            case RunEvent.Finished finished -> finished.step();
            case RunEvent.Stopped stopped -> stopped.step();
            case RunEvent.Failed failed -> failed.step();
            case RunEvent.Logged _ -> before;
        };
    }

    private static LuthierException failure(Path file, IOException e) {
        return LuthierException.disk(file, "the run's events", e);
    }
}
