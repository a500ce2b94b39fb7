package luthier.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import luthier.app.history.SettingLines;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// The settings in which runs differ.
public final class Differences {
    private Differences() {}

    /// @param values one for each run, empty where a run does not have the setting
    public record Line(String name, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public static List<Line> of(List<RunSpec> specs) throws LuthierException {
        List<Map<String, String>> settings = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (RunSpec spec : specs) {
            Map<String, String> values = SettingLines.of(spec).stream()
                    .collect(Collectors.toMap(SettingLines.Line::name, SettingLines.Line::value));
            SettingLines.of(spec).forEach(line -> names.add(line.name()));
            settings.add(values);
        }
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            List<String> values =
                    settings.stream().map(of -> of.getOrDefault(name, "")).toList();
            if (values.stream().distinct().count() > 1) {
                lines.add(new Line(name, values));
            }
        }
        return lines;
    }
}
