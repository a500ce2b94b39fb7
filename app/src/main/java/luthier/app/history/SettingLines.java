package luthier.app.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;
import org.jspecify.annotations.Nullable;

/// A run's settings as lines of dotted names and values.
public final class SettingLines {
    private static final String NO_DATA = "data.jsonl";

    private SettingLines() {}

    /// @param changed whether it is not what a run has that says nothing about it
    public record Line(String name, String value, boolean changed) {}

    public static List<Line> of(RunSpec spec) throws LuthierException {
        Map<String, Object> usual = RunSpecCodec.toMap(RunSpecCodec.fromMap(
                "defaults",
                Map.of(
                        "name", spec.name(),
                        "model", spec.model().toString(),
                        "data",
                                Map.of(
                                        "train",
                                        Path.of(NO_DATA).toAbsolutePath().toString()))));
        List<Line> lines = new ArrayList<>();
        add(lines, "", RunSpecCodec.toMap(spec), usual);
        return lines;
    }

    private static void add(List<Line> lines, String prefix, Map<?, ?> values, @Nullable Object usual) {
        values.forEach((key, value) -> {
            Object other = usual instanceof Map<?, ?> map ? map.get(key) : null;
            String name = prefix + key;
            if (value instanceof Map<?, ?> nested) {
                add(lines, name + ".", nested, other);
            } else if (!name.equals("name")) {
                lines.add(new Line(name, String.valueOf(value), !Objects.equals(value, other)));
            }
        });
    }
}
