package luthier.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.app.i18n.Messages;
import luthier.app.worker.Answer;
import luthier.core.disk.DurableFiles;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;

/// The queue on the disk, so that it outlives the window.
///
/// @param path may not exist yet
public record QueueFile(Path path) {
    private static final String RUNS = "runs";
    private static final String GO_ON = "goOnAfterFailure";
    private static final String HELD = "held";

    public RunQueue read() throws LuthierException {
        RunQueue queue = new RunQueue();
        if (!Files.exists(path)) {
            return queue;
        }
        Answer form = new Answer(JsonLine.object(path.toString(), text()));
        for (Answer run : form.objects(RUNS)) {
            queue.add(RunSpecCodec.fromMap(path.toString(), run.values()));
        }
        queue.goOnAfterFailure(form.flag(GO_ON));
        if (form.flag(HELD)) {
            queue.hold();
        }
        return queue;
    }

    public void write(RunQueue queue) throws LuthierException {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("format", 1);
        form.put(GO_ON, queue.goOnAfterFailure());
        form.put(HELD, queue.held());
        List<Map<String, Object>> runs =
                queue.waiting().stream().map(QueueFile::form).toList();
        form.put(RUNS, runs);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            DurableFiles.write(path, JsonLine.write(form) + "\n");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Map<String, Object> form(RunSpec spec) {
        return RunSpecCodec.toMap(spec);
    }

    private String text() throws LuthierException {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private LuthierException failure(IOException e) {
        return new LuthierException(
                new Failure.DiskFailure(
                        path.toString(), Messages.of("queue.operation"), String.valueOf(e.getMessage())),
                e);
    }
}
