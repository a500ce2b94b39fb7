package luthier.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.catalog.Registry;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Chooses the format of a data file, reads all its examples, and collects every defect in one pass.
public final class DatasetReader {
    /// The format id that means "look at the content".
    public static final String AUTO = "auto";

    private final Registry<DatasetFormat> formats;

    public DatasetReader(Registry<DatasetFormat> formats) {
        this.formats = formats;
    }

    /// @param format a registered id, or [#AUTO]
    /// @param columns role to column; empty means guessed
    /// @throws LuthierException when the file cannot be used or holds no usable example
    public Dataset read(Path file, String format, Map<String, String> columns) throws LuthierException {
        if (!Files.isRegularFile(file)) {
            String what = Files.isDirectory(file) ? "is a folder." : "there is no such file.";
            throw refused(file, what, "Name an existing data file.", null);
        }
        try {
            if (Files.size(file) == 0) {
                throw refused(file, "the file is empty.", "Choose a file with at least one record.", null);
            }
            Choice choice = new FormatChoice(formats).choose(file, format, columns);
            return read(file, choice.format(), choice.columns());
        } catch (UncheckedIOException e) {
            throw unreadable(file, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Dataset read(Path file, DatasetFormat format, Map<String, String> columns)
            throws IOException, LuthierException {
        Problems problems = new Problems();
        List<DatasetFormat.Located> examples = new ArrayList<>();
        ExampleChecks checks = new ExampleChecks(name(file), problems);
        try (Stream<DatasetFormat.Located> stream = format.read(file, columns, problems)) {
            stream.forEach(located -> {
                checks.look(located);
                examples.add(located);
            });
        }
        checks.finish();
        if (problems.anyFatal()) {
            throw new LuthierException(new Failure.UnreadableDataset(
                    file.toString(), problems.lines(), problems.total(), "Correct the file and read it again."));
        }
        if (examples.isEmpty()) {
            throw new LuthierException(new Failure.UnreadableDataset(
                    file.toString(),
                    problems.total() == 0 ? List.of(name(file) + ": no record was found.") : problems.lines(),
                    Math.max(1, problems.total()),
                    "No usable example is left; correct the records, or map other columns."));
        }
        return new Dataset(name(file), format.info().id(), columns, examples, problems);
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static LuthierException refused(Path file, String problem, String advice, @Nullable Throwable cause) {
        Failure failure =
                new Failure.UnreadableDataset(file.toString(), List.of(name(file) + ": " + problem), 1, advice);
        return cause == null ? new LuthierException(failure) : new LuthierException(failure, cause);
    }

    static LuthierException refused(Path file, Recognition.Refused refused) {
        return new LuthierException(new Failure.UnreadableDataset(
                file.toString(), List.of(refused.problem().toString()), 1, refused.advice()));
    }

    private static LuthierException unreadable(Path file, IOException cause) {
        return refused(file, "cannot be read (" + cause.getMessage() + ").", "Check the disk and its rights.", cause);
    }

    /// A format and the columns it takes.
    record Choice(DatasetFormat format, Map<String, String> columns) {}
}
