package luthier.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Project files and answers of the planner, for tests.
final class Projects {
    static final Map<String, ?> PLAN = plan(100, true);
    static final Map<String, ?> TOO_LARGE = plan(1000, false);

    private Projects() {}

    /// A project with runs of these names.
    static Path in(Path folder, String... runs) throws IOException {
        List<String> entries = List.of(runs).stream()
                .map(name -> "{\"name\": \"" + name + "\", \"model\": \"m\", \"dataset\": \"d\"}")
                .toList();
        return Files.writeString(folder.resolve("my.luthier"), """
                {"format": "luthier-project", "version": 1, "name": "my",
                 "models": {"m": {"path": "model"}}, "datasets": {"d": {"train": "d.jsonl"}},
                 "runs": [%s]}
                """.formatted(String.join(", ", entries)));
    }

    private static Map<String, ?> plan(long peakMebibytes, boolean fits) {
        return Map.of(
                "causes",
                Map.of("WEIGHTS", 60L << 20, "ADAPTERS", 1L << 20),
                "runtimeBytes",
                30L << 20,
                "peakBytes",
                peakMebibytes << 20,
                "availableBytes",
                500L << 20,
                "fits",
                fits,
                "trainableParameters",
                1000,
                "totalParameters",
                100_000,
                "longestBatch",
                Map.of("rows", 4, "length", 256),
                "steps",
                40,
                "activations",
                "keep");
    }
}
