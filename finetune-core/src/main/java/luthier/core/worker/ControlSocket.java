package luthier.core.worker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.client.RunFolder;
import luthier.core.disk.DurableFiles;
import luthier.core.run.RunControl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on a run folder's control socket: one word a connection, put into the queue and answered by `ok`.
final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    /// Systems keep a socket's path in a field of 104 to 108 bytes.
    private static final int LONGEST_PATH_BYTES = 100;

    private static final int LONGEST_WORD_BYTES = 64;

    private final RunFolder folder;
    private final ControlQueue queue;
    private final ServerSocketChannel server;
    private final Path socket;

    private ControlSocket(RunFolder folder, ControlQueue queue, ServerSocketChannel server, Path socket) {
        this.folder = folder;
        this.queue = queue;
        this.server = server;
        this.socket = socket;
    }

    /// Binds the socket and starts to listen. Call it only with the folder's lock: it removes what a dead worker left.
    static ControlSocket open(RunFolder folder, ControlQueue queue) throws IOException {
        Files.deleteIfExists(folder.controlSocket());
        Files.deleteIfExists(folder.controlAddress());
        Path socket = folder.controlSocket();
        boolean elsewhere = socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH_BYTES;
        if (elsewhere) {
            // a folder of its own, which only this user can enter
            socket = Files.createTempDirectory("luthier").resolve("control.sock");
        }
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            if (elsewhere) {
                DurableFiles.write(folder.controlAddress(), socket + "\n");
            }
        } catch (IOException e) {
            server.close();
            throw e;
        }
        ControlSocket control = new ControlSocket(folder, queue, server, socket);
        Thread.ofPlatform().daemon().name("control-socket").start(control::listen);
        return control;
    }

    private void listen() {
        while (server.isOpen()) {
            try {
                SocketChannel connection = server.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.warn("the control socket failed and is closed; the run goes on", e);
                return;
            }
        }
    }

    private void answer(SocketChannel connection) {
        try (connection) {
            String word = readWord(connection);
            RunControl.@Nullable Request request = RunControl.Request.byId(word);
            if (request != null) {
                queue.add(request);
            }
            String answer = request == null ? "error: `" + word + "` is not a request\n" : "ok\n";
            connection.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LOG.info("a control connection broke off: {}", e.getMessage());
        }
    }

    private static String readWord(SocketChannel connection) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_WORD_BYTES);
        while (bytes.hasRemaining() && connection.read(bytes) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == '\n') {
                break;
            }
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(folder.controlAddress());
        Path parent = socket.getParent();
        if (parent != null && !parent.equals(folder.path())) {
            Files.deleteIfExists(parent);
        }
    }
}
