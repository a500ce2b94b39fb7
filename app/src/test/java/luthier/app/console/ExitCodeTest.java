package luthier.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import luthier.app.progress.RecordedEvents;
import luthier.core.run.Failure;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void aFailureEndsTheProgramAsDocumented() {
        assertThat(ExitCode.of(new Failure.OutOfMemory(2, 1, List.of())).code()).isEqualTo(4);
        assertThat(ExitCode.of(new Failure.UnreadableModel("m", "p", "a")).code())
                .isEqualTo(3);
        assertThat(ExitCode.of(new Failure.UnreadableDataset("d", List.of(), 1, "a"))
                        .code())
                .isEqualTo(3);
        assertThat(ExitCode.of(new Failure.InvalidSpec("w", "f", "p")).code()).isEqualTo(2);
        assertThat(ExitCode.of(new Failure.NoSuchDevice("cuda:0", "p", "a")).code())
                .isEqualTo(69);
        assertThat(ExitCode.of(new Failure.Diverged(3, "c")).code()).isEqualTo(1);
        assertThat(ExitCode.of(new Failure.DiskFailure("f", "o", "p")).code()).isEqualTo(1);
        assertThat(ExitCode.of(new Failure.DownloadFailed("a", Failure.DownloadProblem.STATUS, "404"))
                        .code())
                .isEqualTo(1);
        assertThat(ExitCode.of(new Failure.TooLittleSpace("f", 2, 1)).code()).isEqualTo(1);
        assertThat(ExitCode.of(new Failure.RunInUse("f", 3)).code()).isEqualTo(1);
        assertThat(ExitCode.of(new Failure.WorkerDied(137, List.of())).code()).isEqualTo(1);
        assertThat(ExitCode.of(new Failure.EngineFault("m")).code()).isEqualTo(70);
    }

    @Test
    void aRunsEndIsTheProgramsEnd() {
        assertThat(ExitCode.of(RecordedEvents.finished()).code()).isZero();
        assertThat(ExitCode.of(RecordedEvents.stopped()).code()).isEqualTo(5);
        assertThat(ExitCode.of(RecordedEvents.failed(new Failure.Diverged(3, "c")))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aSecondInterruptIsWhatShellsExpect() {
        assertThat(ExitCode.KILLED.code()).isEqualTo(130);
    }
}
