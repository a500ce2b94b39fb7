package luthier.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/// A web server with the files that a test makes up, on this machine: no test needs a network.
public final class LocalServer implements AutoCloseable {
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    /// What was asked for, such as `GET /2.7.1/files.txt`.
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    public static LocalServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LocalServer server = new LocalServer(http);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    public void put(String path, String content) {
        put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public void putPacked(String path, String content) throws IOException {
        put(path, packed(content));
    }

    public static byte[] packed(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    public void remove(String path) {
        files.remove(path);
    }

    /// From now on the connection breaks after so many bytes of this file.
    public void breakAfter(String path, int bytes) {
        sent.put(path, bytes);
    }

    public void mend(String path) {
        sent.remove(path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        byte[] content = files.get(path);
        try (exchange) {
            if (content == null) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
                exchange.sendResponseHeaders(FOUND, -1);
            } else {
                exchange.sendResponseHeaders(FOUND, content.length);
                exchange.getResponseBody().write(content, 0, sent.getOrDefault(path, content.length));
                exchange.getResponseBody().flush();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
