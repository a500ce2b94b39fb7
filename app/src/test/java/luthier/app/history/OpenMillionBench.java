package luthier.app.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import luthier.app.console.Console;
import luthier.core.run.JsonLine;
import luthier.core.run.MemoryCause;
import luthier.core.run.MemorySample;
import luthier.core.run.RunEvent;

/// How long a run of a million steps takes to open: `OpenMillionBench FOLDER [STEPS]`.
public final class OpenMillionBench {
    private static final int TURNS = 5;
    private static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00.123456789Z");

    private OpenMillionBench() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve("events.jsonl");
        int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        if (!Files.exists(file)) {
            write(file, steps);
        }
        Console console = Console.ofThisProcess();
        for (int turn = 0; turn < TURNS; turn++) {
            RunJournal journal = new RunJournal();
            long begin = System.nanoTime();
            new EventFile(file).read(journal::accept);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%d steps, %d MiB: %d ms, heap %d MiB%n",
                            journal.recording().size(),
                            Files.size(file) >> 20,
                            millis,
                            (Runtime.getRuntime().totalMemory()
                                            - Runtime.getRuntime().freeMemory())
                                    >> 20);
        }
        console.out().flush();
    }

    private static void write(Path file, int steps) throws IOException {
        Random random = new Random(1);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(JsonLine.write(new RunEvent.Started(BEGIN, "million", 1, "cpu", 2, steps, 0, 100, 10)) + "\n");
            for (int step = 1; step <= steps; step++) {
                writer.write(JsonLine.write(stepped(step, random)) + "\n");
            }
        }
    }

    private static RunEvent.Stepped stepped(int step, Random random) {
        Map<MemoryCause, Long> bytes = new EnumMap<>(MemoryCause.class);
        for (MemoryCause cause : MemoryCause.values()) {
            bytes.put(cause, 1_000_000L * (cause.ordinal() + 1) + random.nextInt(100_000));
        }
        bytes.remove(MemoryCause.RUNTIME);
        return new RunEvent.Stepped(
                BEGIN.plusNanos(200_123_457L * step),
                step,
                step / 1000.0,
                2 + 3 / Math.sqrt(step) + random.nextGaussian() * 0.1,
                2e-4 * random.nextDouble(),
                random.nextDouble(),
                1000 + random.nextInt(200),
                500 + random.nextInt(100),
                200 + random.nextDouble(),
                new MemorySample(bytes, 500_000_000L + random.nextInt(1_000_000), 600_000_000L, 0));
    }
}
