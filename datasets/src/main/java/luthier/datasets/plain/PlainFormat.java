package luthier.datasets.plain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.catalog.FormatInfo;
import luthier.core.data.DatasetFormat;
import luthier.core.data.Problems;
import luthier.core.data.Recognition;
import luthier.datasets.source.Lines;
import luthier.datasets.source.PlainText;
import luthier.datasets.source.Pull;
import luthier.datasets.source.Report;

/// Text without structure: documents between blank lines, or lines, or the whole file, as the option `split` says.
public final class PlainFormat implements DatasetFormat {
    private static final String SPLIT = "split";

    @Override
    public FormatInfo info() {
        return new FormatInfo("plain", List.of(SPLIT));
    }

    @Override
    public Recognition recognise(Path file, Map<String, String> columns) throws IOException {
        Recognition recognition = PlainText.recognise(file, columns.containsKey(SPLIT));
        if (!(recognition instanceof Recognition.Fits)) {
            return recognition;
        }
        boolean ours = columns.keySet().stream().allMatch(SPLIT::equals);
        String split = columns.get(SPLIT);
        if (split != null && Split.named(split) == null) {
            return PlainText.refused(
                    file, "`split` is `" + split + "`.", "Choose one of " + String.join(", ", Split.NAMES) + ".");
        }
        return ours
                ? new Recognition.Fits(
                        Map.of(SPLIT, split == null ? Split.of(file).id() : split))
                : new Recognition.Foreign(List.of());
    }

    @Override
    public Stream<Located> read(Path file, Map<String, String> columns, Problems problems) throws IOException {
        Split split = Split.named(columns.getOrDefault(SPLIT, ""));
        Report report = new Report(file, problems);
        Lines lines = Lines.open(file, report);
        return Pull.stream(new Documents(lines, split == null ? Split.of(file) : split, report));
    }
}
