package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.contract.LocalServer;
import luthier.core.cuda.CudaFetch;
import luthier.core.cuda.CudaLibraries;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaDownloadTest {
    private static final String LIBRARY = "/2.7.1/cu128/linux-x86_64/native/lib/libtorch.so.gz";
    private static final String CUDA_LIBRARY = "/2.7.1/cu128/linux-x86_64/native/lib/libtorch_cuda.so.gz";

    @TempDir
    Path cache = Path.of("");

    private final StringWriter out = new StringWriter();
    private final LocalServer server = LocalServer.start();

    CudaDownloadTest() throws IOException {}

    @BeforeEach
    void serve() throws IOException {
        server.put(
                "/2.7.1/files.txt",
                LIBRARY.substring("/2.7.1/".length()) + "\n" + CUDA_LIBRARY.substring("/2.7.1/".length()));
        server.putPacked(LIBRARY, "torch");
        server.putPacked(CUDA_LIBRARY, "torch for GPUs");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatAndWhereAndAsks() throws LuthierException, InterruptedException {
        assertThat(download("y\n", 200, 5L << 30).run(false)).isEqualTo(ExitCode.OK);
        assertThat(libraries().complete()).isTrue();
        assertThat(out.toString())
                .contains("2.7.1", "cu128", "linux-x86_64", server.address() + "/2.7.1", "2 files")
                .contains(libraries().folder() + " (5.00 GiB free)", "[y/N]", "libtorch_cuda.so", "Fetched to");
    }

    @Test
    void anythingButYesFetchesNothing() throws LuthierException, InterruptedException {
        for (String answer : new String[] {"n\n", "\n", "", "yesterday\n"}) {
            assertThat(download(answer, 80, 5L << 30).run(false)).isEqualTo(ExitCode.FAILED);
        }
        assertThat(out.toString()).contains("Nothing was fetched.");
        assertThat(server.asked).noneMatch(line -> line.startsWith("GET") && line.endsWith(".gz"));
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void withoutATerminalItTellsAndRefusesUnlessAgreedBefore() throws LuthierException, InterruptedException {
        assertThatThrownBy(() -> download("y\n", 0, 5L << 30).run(false))
                .isInstanceOfSatisfying(LuthierException.class, e -> {
                    assertThat(ExitCode.of(e.failure())).isEqualTo(ExitCode.USAGE);
                    assertThat(((Failure.InvalidSpec) e.failure()).problem()).contains("--yes");
                });
        assertThat(out.toString()).contains("2 files");
        assertThat(cache).isEmptyDirectory();
        assertThat(download("", 0, 5L << 30).run(true)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).doesNotContain("\r", "[y/N]");
        assertThat(libraries().complete()).isTrue();
    }

    @Test
    void tooLittleSpaceIsSaidBeforeAsking() {
        assertThatThrownBy(() -> download("y\n", 80, 10).run(false))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.TooLittleSpace.class));
        assertThat(out.toString()).doesNotContain("[y/N]");
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws LuthierException, InterruptedException {
        download("", 0, 5L << 30).run(true);
        server.asked.clear();
        assertThat(download("", 0, 5L << 30).run(false)).isEqualTo(ExitCode.OK);
        assertThat(server.asked).isEmpty();
        assertThat(out.toString()).contains("are there already: " + libraries().folder());
    }

    @Test
    void afterABreakTheOfferTellsWhatIsHereAlready() throws LuthierException, InterruptedException {
        server.breakAfter(CUDA_LIBRARY, 9);
        assertThatThrownBy(() -> download("", 0, 5L << 30).run(true))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(ExitCode.of(e.failure())).isEqualTo(ExitCode.FAILED));
        server.mend(CUDA_LIBRARY);
        assertThat(download("y\n", 80, 5L << 30).run(false)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("are here from before");
    }

    private CudaLibraries libraries() {
        return new CudaLibraries(cache, "linux-x86_64");
    }

    private CudaDownload download(String input, int columns, long freeBytes) {
        PrintWriter writer = new PrintWriter(out, true);
        Console console = new Console(writer, writer, new BufferedReader(new StringReader(input)), columns);
        return new CudaDownload(new CudaFetch(server.address(), libraries(), _ -> freeBytes), console);
    }
}
