package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.app.progress.RecordedEvents;
import luthier.core.run.JsonLine;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir
    private Path folder;

    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void allEventsComeInTheirOrder() throws IOException {
        List<RunEvent> written = new ArrayList<>();
        written.add(RecordedEvents.started());
        for (int step = 1; step <= 3000; step++) {
            written.add(RecordedEvents.stepped(step, 1.0 / step));
        }
        written.add(RecordedEvents.finished());
        Path file =
                write(String.join("", written.stream().map(EventFileTest::line).toList()));
        EventFile.Read read = new EventFile(file).read(events::add);
        assertThat(events).isEqualTo(written);
        assertThat(read.position()).isEqualTo(Files.size(file)).isEqualTo(read.size());
        assertThat(read.position() - read.lastLine())
                .isEqualTo(line(RecordedEvents.finished()).length());
        assertThat(read.damaged()).isEmpty();
    }

    @Test
    void aDamagedLineIsPassedOverAndTold() throws IOException {
        Path file = write(
                line(RecordedEvents.started()) + "{\"event\":\"step\n" + line(RecordedEvents.stepped(2, 3)) + "\n");
        EventFile.Read read = new EventFile(file).read(events::add);
        assertThat(events).containsExactly(RecordedEvents.started(), RecordedEvents.stepped(2, 3));
        assertThat(read.damaged()).containsExactly(2L, 4L);
    }

    @Test
    void aLineThatIsStillBeingWrittenIsLeft() throws IOException {
        String whole = line(RecordedEvents.started());
        Path file = write(whole + "{\"event\":\"stepped\",\"at\":");
        EventFile.Read read = new EventFile(file).read(events::add);
        assertThat(events).containsExactly(RecordedEvents.started());
        assertThat(read.position()).isEqualTo(whole.length());
        assertThat(read.size()).isEqualTo(Files.size(file));
        assertThat(read.lastLine()).isZero();
        assertThat(read.damaged()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereHasNoEvents() throws IOException {
        assertThat(new EventFile(folder.resolve("none")).read(events::add).position())
                .isZero();
        assertThat(events).isEmpty();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), text);
    }

    private static String line(RunEvent event) {
        return JsonLine.write(event) + "\n";
    }
}
