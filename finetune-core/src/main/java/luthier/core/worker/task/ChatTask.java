package luthier.core.worker.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import luthier.core.client.RunFolder;
import luthier.core.data.prepare.ModelText;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.DeviceChoice;
import luthier.core.engine.Extensions;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.Method;
import luthier.core.engine.StoredAdapter;
import luthier.core.engine.generate.Generator;
import luthier.core.engine.generate.Sampling;
import luthier.core.engine.kernel.Kernels;
import luthier.core.model.DType;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Talks as long as it is asked. A message is `{"user": text}`, answered by `{"token": text}` lines and an
/// `{"end": …}`; with `"fresh": true` it has nothing to do with those before it. `{"reset": true}` forgets them.
public final class ChatTask implements WorkerTask {
    private final Extensions extensions;

    public ChatTask(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public void perform(Map<String, Object> form, TaskChannel channel) throws LuthierException {
        Request request = new Request(name(), form);
        AnsweringModel model =
                AnsweringModel.open(request.path("model"), result(request.pathOrNull("adapter")), extensions);
        DType compute = Method.compute(request.precision());
        DeviceChoice device = DeviceChoice.of("auto", DeviceChoice.Accelerators.ofPyTorch());
        try (ModelText text = ModelText.open(model.prepared().folder());
                Kernels kernels = Kernels.load(device.accelerator(), 0);
                LoadedModel loaded = model.load(kernels, compute);
                Generator generator = new Generator(loaded, text.tokenizer().vocabularySize())) {
            Conversation conversation = new Conversation(
                    text,
                    generator,
                    sampling(request),
                    request.count("maxNewTokens", 1),
                    request.has("system") ? request.text("system") : null);
            channel.send(Map.of("ready", true, "info", info(model, loaded, device, text)));
            converse(conversation, channel);
        }
    }

    private void converse(Conversation conversation, TaskChannel channel) throws LuthierException {
        for (Map<String, Object> form = channel.receive(); form != null; form = channel.receive()) {
            Request message = new Request(name(), form);
            if (message.flag("reset")) {
                conversation.reset();
                channel.send(Map.of("ready", true));
            } else {
                conversation.answer(message.text("user"), message.flag("fresh"), channel);
            }
        }
    }

    /// A run's folder stands for its output.
    private static @Nullable Path result(@Nullable Path adapter) {
        if (adapter == null) {
            return null;
        }
        RunFolder folder = new RunFolder(adapter);
        return Files.isRegularFile(folder.specFile()) ? folder.output() : adapter;
    }

    private static Sampling sampling(Request request) throws LuthierException {
        double temperature = request.decimal("temperature");
        double topP = request.decimal("topP");
        if (!(temperature >= 0 && temperature <= 100)) {
            throw request.refused("temperature", "must be between 0 (the likeliest token) and 100");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw request.refused("topP", "must be above 0 and at most 1");
        }
        return new Sampling(temperature, topP, request.number("seed"));
    }

    private static String info(AnsweringModel model, LoadedModel loaded, DeviceChoice device, ModelText text) {
        StoredAdapter adapter = model.adapter();
        StringBuilder info = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %,d parameters in %s on %s, prompt format %s",
                model.prepared().folder().path().getFileName(),
                loaded.blueprint().parameters(),
                loaded.compute(),
                device.id(),
                text.format().id()));
        if (adapter != null) {
            info.append(String.format(
                    Locale.ROOT, ", with an adapter of %,d", adapter.plan().parameters()));
            adapter.notices().forEach(notice -> info.append(". ").append(notice));
        }
        return info.toString();
    }
}
