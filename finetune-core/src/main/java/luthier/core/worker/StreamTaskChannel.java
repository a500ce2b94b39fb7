package luthier.core.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.worker.task.TaskChannel;
import org.jspecify.annotations.Nullable;

/// A task's channel over the process's standard streams, one JSON object a line.
final class StreamTaskChannel implements TaskChannel {
    private final BufferedReader in;
    private final Writer out;

    StreamTaskChannel(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void send(Map<String, ?> line) throws LuthierException {
        try {
            out.write(JsonLine.write(line) + "\n");
            out.flush();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public @Nullable Map<String, Object> receive() throws LuthierException {
        try {
            String line = in.readLine();
            return line == null ? null : JsonLine.object("standard input", line);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static LuthierException broken(IOException e) {
        return new LuthierException(
                new Failure.EngineFault("the program that asked for the task is gone: " + e.getMessage()), e);
    }
}
