package luthier.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import luthier.core.catalog.FormatInfo;
import luthier.core.data.DatasetFormat;
import luthier.core.data.Example;
import luthier.core.data.Problems;
import luthier.core.data.Recognition;

/// Every line of a file as one example.
public record LinesFormat(Function<String, Example> example) implements DatasetFormat {
    @Override
    public FormatInfo info() {
        return new FormatInfo("lines", List.of());
    }

    @Override
    public Recognition recognise(Path file, Map<String, String> columns) {
        return new Recognition.Fits(Map.of());
    }

    @Override
    public Stream<Located> read(Path file, Map<String, String> columns, Problems problems) throws IOException {
        List<Located> examples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            examples.add(new Located(example.apply(line), examples.size() + 1L));
        }
        return examples.stream();
    }
}
