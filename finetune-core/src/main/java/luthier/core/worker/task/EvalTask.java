package luthier.core.worker.task;

import java.util.LinkedHashMap;
import java.util.Map;
import luthier.core.client.RunFolder;
import luthier.core.data.batch.Batches;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.DeviceChoice;
import luthier.core.engine.Evaluation;
import luthier.core.engine.Extensions;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.Method;
import luthier.core.engine.PreparedRun;
import luthier.core.engine.kernel.Kernels;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Measures a model on a run's evaluation examples: the base, or what the run made of it.
public final class EvalTask implements WorkerTask {
    private final Extensions extensions;

    public EvalTask(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "eval";
    }

    @Override
    public void perform(Map<String, Object> form, TaskChannel channel) throws LuthierException {
        Request request = new Request(name(), form);
        RunSpec spec = request.spec();
        channel.send(Map.of("progress", "Reading the model and the data"));
        PreparedRun run = PreparedRun.of(spec, extensions);
        AnsweringModel model = request.has("runFolder")
                ? RunOutput.of(RunFolder.open(request.path("runFolder"))).model(extensions)
                : new AnsweringModel(run.model(), null);
        Batches held = run.data().evaluation();
        channel.send(Map.of(
                "progress",
                held == null
                        ? "Measuring on the training examples: nothing is held out"
                        : "Measuring on the examples held out"));
        DeviceChoice device = DeviceChoice.of(spec.device(), DeviceChoice.Accelerators.ofPyTorch());
        try (Kernels kernels =
                        Kernels.load(device.accelerator(), spec.training().threads());
                LoadedModel loaded = model.load(
                        kernels,
                        Method.compute(spec.precision()),
                        spec.training().seed())) {
            Evaluation evaluation = Evaluation.of(
                    loaded, spec.data().maxLength(), held == null ? run.data().training() : held);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("loss", evaluation.loss());
            answer.put("perplexity", Math.exp(evaluation.loss()));
            answer.put("tokenAccuracy", evaluation.tokenAccuracy());
            answer.put("supervisedTokens", evaluation.supervisedTokens());
            channel.send(answer);
        }
    }
}
