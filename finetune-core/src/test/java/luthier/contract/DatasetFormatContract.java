package luthier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import luthier.core.catalog.Registry;
import luthier.core.data.Dataset;
import luthier.core.data.DatasetFormat;
import luthier.core.data.DatasetFormat.Located;
import luthier.core.data.DatasetReader;
import luthier.core.data.Problem;
import luthier.core.data.Problems;
import luthier.core.data.Recognition;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What every registered data format keeps. A format brings two files in the test resources of its module, without an
/// extension that could help: `dataset-samples/ID.sample`, three usable records, and `dataset-samples/ID.broken`, the
/// same with one more whose defect lies on line 4.
public abstract class DatasetFormatContract {
    private static final long BROKEN_LINE = 4;

    @TempDir
    protected Path folder;

    @TestFactory
    public Stream<DynamicTest> aSampleIsRecognisedByItsOwnFormatAndOnlyByThat() {
        return onEach(format -> {
            Path sample = copy(format, "sample");
            List<String> fitting = formats().all().stream()
                    .filter(each -> fits(each, sample))
                    .map(each -> each.info().id())
                    .toList();
            assertThat(fitting).containsExactly(format.info().id());
        });
    }

    @TestFactory
    public Stream<DynamicTest> theReaderFindsTheFormatOfASampleAndAllItsRecords() {
        return onEach(format -> {
            Dataset read = new DatasetReader(formats()).read(copy(format, "sample"), DatasetReader.AUTO, Map.of());
            assertThat(read.format()).isEqualTo(format.info().id());
            assertThat(read.problems().lines()).isEmpty();
            assertThat(read.examples()).hasSize(3).extracting(Located::line).isSorted();
        });
    }

    @TestFactory
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lists a process's open files")
    public Stream<DynamicTest> closingTheStreamClosesTheFile() {
        return onEach(format -> {
            Path sample = copy(format, "sample");
            Stream<Located> stream = format.read(sample, Map.of(), new Problems());
            assertThat(openFiles(sample)).isNotZero();
            stream.close();
            assertThat(openFiles(sample)).isZero();
        });
    }

    @TestFactory
    public Stream<DynamicTest> aBadLineNamesItsNumberAndTheOthersAreRead() {
        return onEach(format -> {
            Problems problems = new Problems();
            try (Stream<Located> stream = format.read(copy(format, "broken"), Map.of(), problems)) {
                assertThat(stream.toList()).hasSize(3);
            }
            assertThat(problems.first()).extracting(Problem::line).contains(BROKEN_LINE);
            assertThat(problems.lines()).anyMatch(line -> line.contains("line " + BROKEN_LINE));
        });
    }

    @TestFactory
    public Stream<DynamicTest> aMappingToForeignRolesIsNotTaken() {
        return onEach(format -> {
            Recognition recognition = format.recognise(copy(format, "sample"), Map.of("no such role", "column"));
            assertThat(recognition).isInstanceOf(Recognition.Foreign.class);
        });
    }

    /// What a test says about a format.
    @FunctionalInterface
    interface FormatCheck {
        void check(DatasetFormat format) throws IOException, LuthierException;
    }

    private Stream<DynamicTest> onEach(FormatCheck check) {
        return formats().all().stream()
                .map(format -> DynamicTest.dynamicTest(format.info().id(), () -> check.check(format)));
    }

    /// As the worker finds them: an empty registry is an error.
    private static Registry<DatasetFormat> formats() {
        return Registry.of(
                "data formats",
                ServiceLoader.load(DatasetFormat.class),
                format -> format.info().id());
    }

    private static boolean fits(DatasetFormat format, Path file) {
        try {
            return format.recognise(file, Map.of()) instanceof Recognition.Fits;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path copy(DatasetFormat format, String kind) throws IOException {
        String name = format.info().id() + "." + kind;
        // A folder whose name cannot be a package is open to all modules.
        try (InputStream resource = getClass().getResourceAsStream("/dataset-samples/" + name)) {
            assertThat(resource).as("dataset-samples/%s", name).isNotNull();
            Path file = folder.resolve(name);
            Files.write(file, resource.readAllBytes());
            return file;
        }
    }

    private static long openFiles(Path file) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(descriptor -> leadsTo(descriptor, file)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException _) {
            return false;
        }
    }
}
