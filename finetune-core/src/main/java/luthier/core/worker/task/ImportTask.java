package luthier.core.worker.task;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import luthier.core.model.gguf.GgufImport;
import luthier.core.model.gguf.ImportedModel;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.run.LuthierException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a model folder of a GGUF file.
public final class ImportTask implements WorkerTask {
    private static final Logger LOG = LoggerFactory.getLogger(ImportTask.class);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void perform(Map<String, Object> form, TaskChannel channel) throws LuthierException {
        Request request = new Request(name(), form);
        Path to = request.path("to");
        ImportedModel imported = GgufImport.run(request.path("file"), to, request.flag("overwrite"), (done, total) -> {
            try {
                channel.send(Map.of("done", done, "total", total));
            } catch (LuthierException e) {
                // The import goes on to its end, and the last line tells that nobody listens.
                LOG.debug("progress was not heard", e);
            }
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("folder", imported.folder());
        try (Checkpoint checkpoint = Checkpoint.open(to)) {
            answer.put("tensors", checkpoint.tensors().size());
        }
        answer.put("notice", imported.notices());
        channel.send(answer);
    }
}
