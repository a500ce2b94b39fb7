package luthier.core.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.client.RunFolder;
import luthier.core.run.RunControl.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ControlSocketTest {
    private final ControlQueue queue = new ControlQueue();

    private static String ask(RunFolder folder, String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(folder.controlSocket()));
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(256);
            while (channel.read(answer) >= 0 && answer.hasRemaining()) {
                // until the other side closes
            }
            return StandardCharsets.UTF_8.decode(answer.flip()).toString();
        }
    }

    @Test
    void everyRequestHasAWordThatIsQueuedInOrder(@TempDir Path temporary) throws IOException, InterruptedException {
        RunFolder folder = new RunFolder(temporary);
        assertThat(queue.poll()).isEqualTo(Request.NONE);
        try (ControlSocket _ = ControlSocket.open(folder, queue)) {
            for (String word : new String[] {"pause", "resume", "checkpoint", "stop", "stop-and-keep"}) {
                assertThat(ask(folder, word + "\n")).isEqualTo("ok\n");
            }
            assertThat(ask(folder, "stop-and-discard\n")).isEqualTo("ok\n");
        }
        assertThat(queue.poll()).isEqualTo(Request.PAUSE);
        assertThat(queue.await()).isEqualTo(Request.RESUME);
        assertThat(queue.poll()).isEqualTo(Request.CHECKPOINT);
        assertThat(queue.poll()).isEqualTo(Request.STOP);
        assertThat(queue.poll()).isEqualTo(Request.STOP_AND_KEEP);
        assertThat(queue.poll()).isEqualTo(Request.STOP_AND_DISCARD);
        assertThat(queue.poll()).isEqualTo(Request.NONE);
    }

    @Test
    void anythingElseIsRefusedAndNotQueued(@TempDir Path temporary) throws IOException {
        RunFolder folder = new RunFolder(temporary);
        try (ControlSocket _ = ControlSocket.open(folder, queue)) {
            assertThat(ask(folder, "none\n")).isEqualTo("error: `none` is not a request\n");
            assertThat(ask(folder, "x".repeat(64))).startsWith("error: ");
        }
        assertThat(queue.poll()).isEqualTo(Request.NONE);
    }

    @Test
    void aConnectionThatSaysNothingDoesNotKeepOthersWaiting(@TempDir Path temporary) throws IOException {
        RunFolder folder = new RunFolder(temporary);
        try (ControlSocket _ = ControlSocket.open(folder, queue);
                SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.connect(UnixDomainSocketAddress.of(folder.controlSocket()));
            assertThat(ask(folder, "pause\n")).isEqualTo("ok\n");
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void theSocketOfADeadWorkerIsTakenOverAndRemovedAtTheEnd(@TempDir Path temporary) throws IOException {
        RunFolder folder = new RunFolder(temporary);
        Files.writeString(folder.controlSocket(), "left");
        Files.writeString(folder.controlAddress(), "/left/too");
        try (ControlSocket _ = ControlSocket.open(folder, queue)) {
            assertThat(ask(folder, "stop\n")).isEqualTo("ok\n");
        }
        assertThat(temporary).isEmptyDirectory();
    }
}
