package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.client.RunFolder;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.TestExtensions;
import luthier.core.fixture.Fixtures;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTaskTest {
    private final ExportTask task = new ExportTask(TestExtensions.llama());

    @TempDir
    private Path folder = Path.of("");

    private RunFolder run = new RunFolder(Path.of(""));

    @BeforeEach
    void train() throws LuthierException, IOException {
        run = TinyRun.finished(folder, TinyRun.spec(folder, 0.4));
    }

    @Test
    void theResultIsCopiedWithTheTokenizer() throws LuthierException, IOException {
        Path to = folder.resolve("adapter");
        Map<?, ?> done = RecordingChannel.object(RecordingChannel.answer(task, request(to, false)), "done");
        assertThat(String.valueOf(done.get("folder"))).endsWith("adapter");
        assertThat(to.resolve("down.safetensors"))
                .hasSameBinaryContentAs(run.output().resolve("down.safetensors"));
        assertThat(to.resolve("tokenizer.json"))
                .hasSameBinaryContentAs(Fixtures.folder("models/llama").resolve("tokenizer.json"));
        assertNothingElse();
    }

    @Test
    void theMergedModelAnswersLikeBaseAndAdapter() throws LuthierException, IOException {
        Path to = folder.resolve("merged");
        List<Map<String, Object>> lines = RecordingChannel.perform(task, request(to, true), List.of());
        assertThat(lines)
                .extracting(line -> String.valueOf(line.get("progress")))
                .anyMatch(line -> line.startsWith("Largest difference of"));
        assertThat(lines.getLast()).containsKey("done");
        AnsweringModel merged = AnsweringModel.open(to, null, TestExtensions.llama());
        AnsweringModel unmerged =
                AnsweringModel.open(Fixtures.folder("models/llama"), run.output(), TestExtensions.llama());
        List<int[]> rows = List.of(new int[] {5, 9, 33, 120, 7});
        MergeCheck same = MergeCheck.of(unmerged, merged, rows);
        assertThat(same.compared()).isEqualTo(320);
        assertThat(same.largestDifference()).isLessThan(1e-4);
        assertNothingElse();
    }

    @Test
    void aModelThatAnswersOtherwiseIsNotTakenForTheMergedOne() throws LuthierException {
        AnsweringModel base = AnsweringModel.open(Fixtures.folder("models/llama"), null, TestExtensions.llama());
        AnsweringModel unmerged =
                AnsweringModel.open(Fixtures.folder("models/llama"), run.output(), TestExtensions.llama());
        MergeCheck check = MergeCheck.of(unmerged, base, List.of(new int[] {5, 9, 33, 120, 7}));
        assertThatThrownBy(() -> check.requireEqual(run.output()))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("answers otherwise");
    }

    @Test
    void aFolderWithFilesIsNotTouched() throws IOException {
        Path to = Files.createDirectory(folder.resolve("full"));
        Files.writeString(to.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> RecordingChannel.answer(task, request(to, false)))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("not an empty folder");
        assertThat(to.resolve("mine.txt")).hasContent("mine");
    }

    private Map<String, Object> request(Path to, boolean merged) {
        return Map.of("runFolder", run.path().toString(), "to", to.toString(), "merged", merged);
    }

    private void assertNothingElse() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".writing"));
        }
    }
}
