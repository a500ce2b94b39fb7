package luthier.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import luthier.core.run.Failure;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    private static final List<Failure> ALL = List.of(
            new Failure.OutOfMemory(3L << 30, 1L << 30, List.of("weights 2 GiB")),
            new Failure.UnreadableModel("m/config.json", "is cut off", "Copy it again."),
            new Failure.UnreadableDataset("d.csv", List.of("d.csv, line 3: empty answer"), 5, "Correct the lines."),
            new Failure.InvalidSpec("p.luthier", "training.epochs", "must be above 0"),
            new Failure.NoSuchDevice("cuda:1", "there is one device only", "Take cuda:0."),
            new Failure.Diverged(1234, "checkpoints/step-1000"),
            new Failure.DiskFailure("run/events.jsonl", "the run's events", "no space left"),
            new Failure.RunInUse("run", 4711),
            new Failure.WorkerDied(137, List.of("last words")),
            new Failure.EngineFault("a tensor was closed twice"),
            new Failure.DownloadFailed("https://x/files.txt", Failure.DownloadProblem.STATUS, "404"),
            new Failure.TooLittleSpace("/cache", 3L << 30, 1L << 30));

    @Test
    void everyKindOfFailureHasASentenceOfItsOwn() {
        assertThat(ALL).extracting(failure -> (Object) failure.getClass()).containsExactlyInAnyOrder((Object[])
                Failure.class.getPermittedSubclasses());
        assertThat(ALL.stream().map(FailureText::of))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(20).doesNotContainPattern("\\{\\d}"));
    }

    @Test
    void theFactsAreInTheSentence() {
        assertThat(FailureText.of(ALL.get(0))).contains("3.00 GiB", "1.00 GiB", "\n  weights 2 GiB");
        assertThat(FailureText.of(ALL.get(1))).isEqualTo("m/config.json: is cut off. Copy it again.");
        assertThat(FailureText.of(ALL.get(2)))
                .contains("Correct the lines.", "\n  d.csv, line 3: empty answer", "\n  ... and 4 more");
        assertThat(FailureText.of(ALL.get(3))).isEqualTo("p.luthier: training.epochs must be above 0");
        assertThat(FailureText.of(ALL.get(5))).contains("1,234", "checkpoints/step-1000");
        assertThat(FailureText.of(ALL.get(7))).contains("4711");
    }

    @Test
    void aDeadWorkersExitCodeIsExplained() {
        assertThat(FailureText.of(ALL.get(8))).contains("memory runs out", "\n  last words");
        assertThat(FailureText.of(new Failure.WorkerDied(139, List.of()))).contains("signal 11");
        assertThat(FailureText.of(new Failure.WorkerDied(3, List.of()))).contains("code 3");
        assertThat(FailureText.of(new Failure.WorkerDied(-1, List.of()))).contains("without a word");
    }

    @Test
    void everythingThatGoesWrongWithADownloadHasASentenceWithItsFacts() {
        assertThat(Arrays.stream(Failure.DownloadProblem.values())
                        .map(problem ->
                                FailureText.of(new Failure.DownloadFailed("https://x/libtorch.so.gz", problem, "7/9"))))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text)
                        .startsWith("https://x/libtorch.so.gz: ")
                        .doesNotContainPattern("\\{\\d}"));
        assertThat(FailureText.of(ALL.get(10))).contains("status 404");
        assertThat(FailureText.of(ALL.get(11))).contains("/cache", "3.00 GiB", "1.00 GiB");
        assertThat(FailureText.of(new Failure.DownloadFailed(
                        "https://x/libtorch.so.gz", Failure.DownloadProblem.BROKEN, "1000/2000")))
                .contains("after 1,000 of 2,000 bytes");
    }

    @Test
    void aRunThatBrokeBeforeItsFirstCheckpointHasNone() {
        assertThat(FailureText.of(new Failure.Diverged(2, ""))).contains("before the first checkpoint");
    }
}
