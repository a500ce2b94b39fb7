package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import luthier.app.console.Console;
import org.junit.jupiter.api.Test;

class DownloadProgressTest {
    private static final long MEBIBYTE = 1L << 20;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final StringWriter out = new StringWriter();
    private long nanos;

    @Test
    void aPlainLineComesAtEachTwentiethWithRateAndTimeLeft() {
        DownloadProgress progress = progress(0);
        for (int done = 0; done <= 200; done++) {
            progress.at("libtorch.so", done * MEBIBYTE, 200 * MEBIBYTE);
            nanos += SECOND_NANOS / 2;
        }
        progress.end();
        assertThat(out.toString().lines())
                .hasSize(20)
                .startsWith("10.0 MiB of 200 MiB, 2.00 MiB/s, 1 min 35 s left, libtorch.so")
                .endsWith("200 MiB of 200 MiB, 2.00 MiB/s, 0.0 s left, libtorch.so");
    }

    @Test
    void aSlowDownloadStillSpeaksEveryTenSeconds() {
        DownloadProgress progress = progress(0);
        for (int done = 0; done <= 25; done++) {
            progress.at("libtorch.so", done, 1000);
            nanos += SECOND_NANOS;
        }
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void onATerminalOneLineIsRewrittenAndCutAtTheEdge() {
        DownloadProgress progress = progress(30);
        progress.at("libtorch_cuda.so", 0, 100 * MEBIBYTE);
        nanos += SECOND_NANOS;
        progress.at("libtorch_cuda.so", 50 * MEBIBYTE, 100 * MEBIBYTE);
        nanos += SECOND_NANOS / 10;
        progress.at("libtorch_cuda.so", 60 * MEBIBYTE, 100 * MEBIBYTE);
        progress.end();
        assertThat(out.toString()).isEqualTo("\r\u001b[K50.0 MiB of 100 MiB, 50.0 MiB" + System.lineSeparator());
    }

    @Test
    void whatWasHereBeforeDoesNotCountAsFast() {
        DownloadProgress progress = progress(0);
        progress.at("libc10.so", 90 * MEBIBYTE, 100 * MEBIBYTE);
        nanos += SECOND_NANOS;
        progress.at("libtorch.so", 95 * MEBIBYTE, 100 * MEBIBYTE);
        assertThat(out.toString().lines())
                .containsExactly(
                        "90.0 MiB of 100 MiB, libc10.so", "95.0 MiB of 100 MiB, 5.00 MiB/s, 1.0 s left, libtorch.so");
    }

    private DownloadProgress progress(int columns) {
        PrintWriter writer = new PrintWriter(out, true);
        return new DownloadProgress(
                new Console(writer, writer, new BufferedReader(new StringReader("")), columns), () -> nanos);
    }
}
