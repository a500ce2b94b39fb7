package luthier.core.client;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.run.RunControl;

/// Speaks to the worker's control socket: one word and a line end, answered by `ok` or a sentence.
final class ControlClient {
    private final RunFolder folder;

    ControlClient(RunFolder folder) {
        this.folder = folder;
    }

    void send(RunControl.Request request) throws IOException {
        Path socket = Files.exists(folder.controlAddress())
                ? Path.of(Files.readString(folder.controlAddress()).strip())
                : folder.controlSocket();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((request.id() + "\n").getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(1024);
            while (channel.read(answer) >= 0 && answer.hasRemaining()) {
                // until the worker closes
            }
            String text =
                    StandardCharsets.UTF_8.decode(answer.flip()).toString().strip();
            if (!text.equals("ok")) {
                throw new IOException("the worker answered: " + text);
            }
        }
    }
}
