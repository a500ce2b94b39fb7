package luthier.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final RunEvent PAUSED = new RunEvent.Paused(Instant.EPOCH, 7);
    private static final RunEvent LOGGED = new RunEvent.Logged(Instant.EPOCH, "info", "two\nlines, ü");
    private static final RunEvent END = new RunEvent.Failed(Instant.EPOCH, 8, new Failure.EngineFault("x"));

    @TempDir
    Path temporary;

    private RunFolder folder;

    EventLogTest() {
        temporary = Path.of("unset");
        folder = new RunFolder(temporary);
    }

    @BeforeEach
    void open() {
        folder = new RunFolder(temporary);
    }

    private List<RunEvent> read() throws IOException, LuthierException {
        return new EventTail(folder.events(), 0).read();
    }

    @Test
    void eventsAreReadAsTheyWereWritten() throws IOException, LuthierException {
        assertThat(read()).isEmpty();
        try (EventLog log = EventLog.open(folder)) {
            log.accept(PAUSED);
            log.accept(LOGGED);
            assertThat(read()).containsExactly(PAUSED, LOGGED);
            assertThat(log.lastStep()).isEqualTo(7);
            assertThat(log.ended()).isFalse();
            log.accept(END);
            assertThat(log.ended()).isTrue();
        }
        assertThat(read()).containsExactly(PAUSED, LOGGED, END);
    }

    @Test
    void nothingComesAfterTheEndOfASession() throws IOException, LuthierException {
        try (EventLog log = EventLog.open(folder)) {
            log.accept(END);
            assertThatThrownBy(() -> log.accept(PAUSED)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(read()).containsExactly(END);
    }

    @Test
    void openingAgainCutsATornLineAndGoesOnAfterAnEarlierEnd() throws IOException, LuthierException {
        try (EventLog log = EventLog.open(folder)) {
            log.accept(END);
        }
        Files.writeString(folder.events(), "{\"event\":\"paus", StandardOpenOption.APPEND);
        assertThat(read()).containsExactly(END);
        try (EventLog log = EventLog.open(folder)) {
            assertThat(log.lastStep()).isEqualTo(8);
            log.accept(PAUSED);
        }
        assertThat(read()).containsExactly(END, PAUSED);
    }

    @Test
    void aLineCutInTheMiddleOfALetterIsReadOnceItIsWhole() throws IOException, LuthierException {
        try (EventLog log = EventLog.open(folder)) {
            log.accept(LOGGED);
        }
        byte[] whole = Files.readAllBytes(folder.events());
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder.events(), Arrays.copyOf(whole, length));
            EventTail tail = new EventTail(folder.events(), 0);
            assertThat(tail.read()).isEmpty();
            assertThat(tail.position()).isZero();
            Files.write(folder.events(), whole);
            assertThat(tail.read()).containsExactly(LOGGED);
            assertThat(tail.position()).isEqualTo(whole.length);
        }
    }

    @Test
    void aDamagedLineNamesItsNumber() throws IOException, LuthierException {
        try (EventLog log = EventLog.open(folder)) {
            log.accept(PAUSED);
        }
        Files.writeString(folder.events(), "{]\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::read)
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("events.jsonl, line 2");
    }
}
