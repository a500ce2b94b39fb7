package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQueueTest {
    @TempDir
    private Path folder;

    private final RunQueue queue = new RunQueue();

    RunQueueTest() {
        queue.add(Specs.named("a"));
        queue.add(Specs.named("b"));
        queue.add(Specs.named("c"));
    }

    @Test
    void oneGoesAtATimeInOrder() {
        assertThat(queue.next(true)).isNull();
        assertThat(queue.next(false)).isEqualTo(Specs.named("a"));
        assertThat(queue.waiting()).extracting(RunSpec::name).containsExactly("b", "c");
    }

    @Test
    void runsCanBeMovedAndTakenOut() {
        queue.move(2, 0);
        assertThat(queue.waiting()).extracting(RunSpec::name).containsExactly("c", "a", "b");
        queue.move(0, 9);
        assertThat(queue.waiting()).extracting(RunSpec::name).containsExactly("a", "b", "c");
        queue.remove(1);
        assertThat(queue.waiting()).extracting(RunSpec::name).containsExactly("a", "c");
    }

    @Test
    void itGoesOnAfterAFailureUnlessToldOtherwise() {
        queue.ended(RunState.DIED);
        assertThat(queue.held()).isFalse();
        queue.goOnAfterFailure(false);
        queue.ended(RunState.STOPPED);
        assertThat(queue.held()).isFalse();
        queue.ended(RunState.FAILED);
        assertThat(queue.next(false)).isNull();
        queue.release();
        assertThat(queue.next(false)).isEqualTo(Specs.named("a"));
    }

    @Test
    void itOutlivesTheWindow() throws LuthierException {
        queue.goOnAfterFailure(false);
        queue.hold();
        QueueFile file = new QueueFile(folder.resolve("runs/queue.json"));
        file.write(queue);
        RunQueue read = file.read();
        assertThat(read.waiting()).isEqualTo(queue.waiting());
        assertThat(read.goOnAfterFailure()).isFalse();
        assertThat(read.held()).isTrue();
    }

    @Test
    void aDamagedFileIsToldAndStays() throws IOException {
        Path path = Files.writeString(folder.resolve("queue.json"), "{\"format\":1,\"runs\":");
        Assertions.assertThatThrownBy(() -> new QueueFile(path).read()).isInstanceOf(LuthierException.class);
        assertThat(path).hasContent("{\"format\":1,\"runs\":");
    }
}
