package luthier.app.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.Ledger;
import luthier.core.run.MemoryCause;
import luthier.core.run.MemorySample;
import luthier.core.run.RunEvent;

/// A run of 40 steps of half a second, as events.
public final class RecordedEvents {
    public static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");
    public static final int STEPS = 40;
    public static final Ledger LEDGER = new Ledger(20, 0, STEPS, 40_000, 20_000, 900L << 20, 1_000, 100_000, 1.25);

    private RecordedEvents() {}

    public static RunEvent.Started started() {
        return new RunEvent.Started(BEGIN, "tickets", 77, "cpu", 2, STEPS, 0, 100_000, 1_000);
    }

    public static RunEvent.Stepped stepped(long step, double loss) {
        MemorySample memory = new MemorySample(Map.of(MemoryCause.WEIGHTS, 1L << 20), 512L << 20, 900L << 20, 0);
        return new RunEvent.Stepped(
                BEGIN.plusMillis(500 * step), step, step / 10.0, loss, 1e-3, 0.5, 1000, 500, 500, memory);
    }

    public static RunEvent.Evaluated evaluated() {
        return new RunEvent.Evaluated(BEGIN.plusSeconds(20), STEPS, 1.5, 0.75, 300, 100);
    }

    public static RunEvent.Finished finished() {
        return new RunEvent.Finished(BEGIN.plusSeconds(21), STEPS, "output", LEDGER);
    }

    public static RunEvent.Stopped stopped() {
        return new RunEvent.Stopped(BEGIN.plusSeconds(21), 7, null, LEDGER);
    }

    public static RunEvent.Failed failed(Failure failure) {
        return new RunEvent.Failed(BEGIN.plusSeconds(21), 7, failure);
    }

    /// Without an end. The loss falls from 4 to 2.05.
    public static List<RunEvent> unfinished() {
        List<RunEvent> events = new ArrayList<>();
        events.add(started());
        for (int step = 1; step <= STEPS; step++) {
            events.add(stepped(step, 4 - 2.0 * (step - 1) / STEPS));
        }
        events.add(evaluated());
        return events;
    }

    public static List<RunEvent> ending(RunEvent end) {
        List<RunEvent> events = new ArrayList<>(unfinished());
        events.add(end);
        return events;
    }
}
