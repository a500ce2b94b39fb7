package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import org.junit.jupiter.api.Test;

class JsonViewTest {
    @Test
    void theLinesAreTheEventsAndNothingElse() throws LuthierException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        JsonView view = new JsonView(new PrintWriter(out, true), new PrintWriter(err, true));
        List<RunEvent> events = RecordedEvents.ending(RecordedEvents.finished());
        events.forEach(view::accept);
        view.remark("Stopping.");
        List<RunEvent> read = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            read.add(JsonLine.event("output", line));
        }
        assertThat(read).isEqualTo(events);
        assertThat(err.toString()).isEqualToIgnoringNewLines("Stopping.");
    }
}
