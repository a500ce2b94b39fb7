package luthier.core.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// The right to write into a run folder. The system gives it back when its process dies, however it dies.
public final class RunLock implements AutoCloseable {
    private static final int ATTEMPTS = 10;

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the folder for this process; fails with [Failure.RunInUse] while another process has it.
    public static RunLock take(RunFolder folder) throws LuthierException {
        try {
            RunLock lock = tryTakePatiently(folder);
            if (lock == null) {
                throw new LuthierException(new Failure.RunInUse(folder.path().toString(), holder(folder)));
            }
            lock.write(Long.toString(ProcessHandle.current().pid()));
            return lock;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LuthierException(new Failure.EngineFault("interrupted while waiting for the run's lock"), e);
        } catch (IOException e) {
            throw LuthierException.disk(folder.lock(), "the run's lock", e);
        }
    }

    /// Like [#tryTake], but not fooled by followers, who take the lock for a moment to see whether it is free.
    static @Nullable RunLock tryTakePatiently(RunFolder folder) throws IOException, InterruptedException {
        RunLock lock = tryTake(folder);
        for (int attempt = 0; lock == null && attempt < ATTEMPTS; attempt++) {
            TimeUnit.MILLISECONDS.sleep(50);
            lock = tryTake(folder);
        }
        return lock;
    }

    /// Takes the folder without leaving this process's id; null while someone has it.
    static @Nullable RunLock tryTake(RunFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new RunLock(channel);
            }
        } catch (OverlappingFileLockException _) {
            // this very process has it; closing the second channel would give its lock away on POSIX systems
            return null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    /// The id of the process that last took the folder, 0 when unknown.
    static long holder(RunFolder folder) {
        try {
            return Long.parseLong(Files.readString(folder.lock()).strip());
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }

    private void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
