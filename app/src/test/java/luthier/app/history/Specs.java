package luthier.app.history;

import java.nio.file.Path;
import java.util.Map;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;

/// Specifications for tests.
public final class Specs {
    private Specs() {}

    /// A run as usual under this name.
    public static RunSpec named(String name) {
        Path folder = Path.of("work").toAbsolutePath();
        try {
            return RunSpecCodec.fromMap(
                    "test",
                    Map.of(
                            "name", name,
                            "model", folder.resolve("model").toString(),
                            "data",
                                    Map.of(
                                            "train",
                                            folder.resolve("tickets.jsonl").toString())));
        } catch (LuthierException e) {
            throw new AssertionError(e);
        }
    }
}
