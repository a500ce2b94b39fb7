package luthier.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import luthier.core.catalog.FormatInfo;
import luthier.core.catalog.Registry;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTest {
    private static final Recognition FITS = new Recognition.Fits(Map.of("text", "guessed"));

    @TempDir
    private Path folder = Path.of("");

    private Path file = folder;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.lines"), "good\nbad\ngood too\n");
    }

    @Test
    void theFirstRegisteredFormatThatFitsIsTaken() throws LuthierException {
        Dataset read = reader(
                        new LineFormat("first", new Recognition.Foreign(List.of("a"))),
                        new LineFormat("second", FITS),
                        new LineFormat("third", FITS))
                .read(file, DatasetReader.AUTO, Map.of());

        assertThat(read.format()).isEqualTo("second");
        assertThat(read.columns()).isEqualTo(Map.of("text", "guessed"));
        assertThat(read.examples()).extracting(DatasetFormat.Located::line).containsExactly(1L, 3L);
        assertThat(read.problems().lines()).containsExactly("a.lines, line 2: is bad; the line was skipped.");
    }

    @Test
    void aNamedFormatIsTakenWhateverElseFits() throws LuthierException {
        Dataset read = reader(new LineFormat("first", FITS), new LineFormat("second", FITS))
                .read(file, "second", Map.of());

        assertThat(read.format()).isEqualTo("second");
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        Failure.UnreadableDataset failure = refused(file, "third", new LineFormat("first", FITS));

        assertThat(failure.problems()).containsExactly("a.lines: there is no data format `third`.");
        assertThat(failure.advice()).isEqualTo("Choose one of auto, first.");
    }

    @Test
    void aFileThatNoFormatFitsIsRefusedWithItsColumns() {
        Failure.UnreadableDataset failure = refused(
                file,
                DatasetReader.AUTO,
                new LineFormat("first", new Recognition.Foreign(List.of("a", "b"))),
                new LineFormat("second", new Recognition.Foreign(List.of("b"))));

        assertThat(failure.problems()).containsExactly("a.lines: no data format fits; its columns are `a`, `b`.");
    }

    @Test
    void theSentenceOfAFormatThatKnowsTheFileIsPassedOn() {
        Recognition known =
                new Recognition.Refused(new Problem("a.lines", 0, null, true, "is a zip archive."), "Unpack it.");
        Failure.UnreadableDataset failure =
                refused(file, DatasetReader.AUTO, new LineFormat("first", known), new LineFormat("second", known));

        assertThat(failure)
                .isEqualTo(new Failure.UnreadableDataset(
                        file.toString(), List.of("a.lines: is a zip archive."), 1, "Unpack it."));
    }

    @Test
    void aFatalProblemRefusesTheFileThoughExamplesWereRead() throws IOException {
        Files.writeString(file, "good\nfatal\n");
        Failure.UnreadableDataset failure = refused(file, DatasetReader.AUTO, new LineFormat("first", FITS));

        assertThat(failure)
                .isEqualTo(new Failure.UnreadableDataset(
                        file.toString(),
                        List.of("a.lines, line 2: is fatal."),
                        1,
                        "Correct the file and read it again."));
    }

    @Test
    void aFileWithoutUsableExamplesIsRefusedWithTheFirstTwentyProblemsAndTheirNumber() throws IOException {
        Files.writeString(file, "bad\n".repeat(30));
        Failure.UnreadableDataset failure = refused(file, DatasetReader.AUTO, new LineFormat("first", FITS));

        assertThat(failure.problems())
                .hasSize(6)
                .startsWith("a.lines, line 1: is bad; the line was skipped.")
                .endsWith("25 more: bad lines");
        assertThat(failure.total()).isEqualTo(30);
        assertThat(failure.advice()).isEqualTo("No usable example is left; correct the records, or map other columns.");
    }

    @Test
    void evaluationRecordsThatAreTrainedOnAreCounted() throws LuthierException, IOException {
        DatasetReader reader = reader(new LineFormat("first", FITS));
        Dataset training = reader.read(file, DatasetReader.AUTO, Map.of());
        Path other = Files.writeString(folder.resolve("b.lines"), "good\nnew\n");
        Dataset evaluation = reader.read(other, DatasetReader.AUTO, Map.of());

        assertThat(evaluation.compareWithTraining(training)).isEqualTo(1);
        assertThat(evaluation.problems().lines())
                .containsExactly("b.lines: 1 of the evaluation records are in the training file a.lines.");
    }

    private static DatasetReader reader(DatasetFormat... formats) {
        Function<DatasetFormat, String> id = format -> format.info().id();
        return new DatasetReader(Registry.of("data formats", List.of(formats), id));
    }

    private static Failure.UnreadableDataset refused(Path file, String id, DatasetFormat... formats) {
        try {
            throw new AssertionError("was read: " + reader(formats).read(file, id, Map.of()));
        } catch (LuthierException e) {
            return (Failure.UnreadableDataset) e.failure();
        }
    }

    /// Each line is a text, but for those that say they are bad.
    private record LineFormat(String id, Recognition recognition) implements DatasetFormat {
        @Override
        public FormatInfo info() {
            return new FormatInfo(id, List.of("text"));
        }

        @Override
        public Recognition recognise(Path file, Map<String, String> columns) {
            return recognition;
        }

        @Override
        public Stream<Located> read(Path file, Map<String, String> columns, Problems problems) throws IOException {
            List<String> lines = Files.readAllLines(file);
            return Stream.iterate(0, index -> index < lines.size(), index -> index + 1)
                    .mapMulti((index, examples) -> {
                        switch (lines.get(index)) {
                            case "bad" ->
                                problems.add(
                                        "bad lines",
                                        new Problem(
                                                "a.lines", index + 1, null, false, "is bad; the line was skipped."));
                            case "fatal" -> problems.add(new Problem("a.lines", index + 1, null, true, "is fatal."));
                            case String line -> examples.accept(new Located(new Example.Text(line), index + 1));
                        }
                    });
        }
    }
}
