package luthier.app.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// The events in a piece of text that begins and ends with a line.
final class EventLines {
    private final byte[] text;
    private final StepLines steps;

    EventLines(byte[] text) {
        this.text = text;
        this.steps = new StepLines(text);
    }

    /// One entry a line; null for a line that cannot be read.
    List<@Nullable RunEvent> read(int from, int to) {
        List<@Nullable RunEvent> events = new ArrayList<>();
        int begin = from;
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                events.add(event(begin, i));
                begin = i + 1;
            }
        }
        return events;
    }

    private @Nullable RunEvent event(int from, int to) {
        RunEvent.Stepped step = steps.read(from, to);
        if (step != null) {
            return step;
        }
        try {
            return JsonLine.event("line", new String(text, from, to - from, StandardCharsets.UTF_8));
        } catch (LuthierException _) {
            return null;
        }
    }
}
