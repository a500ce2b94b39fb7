package luthier.datasets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.contract.Provided;
import luthier.core.catalog.Registry;
import luthier.core.data.Dataset;
import luthier.core.data.DatasetFormat;
import luthier.core.data.DatasetReader;
import luthier.core.data.Example;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Small data files of a test, read as a run reads them.
public record DataFolder(Path folder) {
    public Dataset read(String name, String content) {
        return read(name, content, Map.of());
    }

    public Dataset read(String name, String content, Map<String, String> columns) {
        return read(write(name, content.getBytes(StandardCharsets.UTF_8)), columns);
    }

    public static Dataset read(Path file, Map<String, String> columns) {
        try {
            return reader().read(file, DatasetReader.AUTO, columns);
        } catch (LuthierException e) {
            throw new AssertionError(e);
        }
    }

    public List<Example> examples(String name, String content) {
        return examples(read(name, content));
    }

    public static List<Example> examples(Dataset dataset) {
        return dataset.examples().stream().map(DatasetFormat.Located::example).toList();
    }

    /// The failure that a file must lead to.
    public Failure.UnreadableDataset refused(String name, String content) {
        return refused(write(name, content.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    public Failure.UnreadableDataset refused(String name, String content, Map<String, String> columns) {
        return refused(write(name, content.getBytes(StandardCharsets.UTF_8)), columns);
    }

    public static Failure.UnreadableDataset refused(Path file, Map<String, String> columns) {
        try {
            Dataset read = reader().read(file, DatasetReader.AUTO, columns);
            throw new AssertionError("was read: " + read);
        } catch (LuthierException e) {
            return (Failure.UnreadableDataset) e.failure();
        }
    }

    public Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static DatasetReader reader() {
        return new DatasetReader(Registry.of(
                "data formats",
                Provided.of(DatasetFormat.class),
                format -> format.info().id()));
    }
}
