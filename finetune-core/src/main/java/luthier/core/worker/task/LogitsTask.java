package luthier.core.worker.task;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.DeviceChoice;
import luthier.core.engine.Extensions;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.Method;
import luthier.core.engine.RowLogits;
import luthier.core.engine.generate.Generator;
import luthier.core.engine.generate.Sampling;
import luthier.core.engine.generate.TokenSink;
import luthier.core.engine.kernel.Kernels;
import luthier.core.model.DType;
import luthier.core.model.safetensors.SafetensorsWriter;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Writes the logits of rows of token ids, so that other programs can be compared with this one: `{model,
/// adapter, ids:
/// [[…]], precision, to}` becomes a safetensors file with fp32 `logits.0` [tokens, vocabulary], `logits.1`, … With
/// `newTokens` the first row is also continued, each time with the likeliest token, whatever it is.
public final class LogitsTask implements WorkerTask {
    private final Extensions extensions;

    public LogitsTask(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "logits";
    }

    @Override
    public void perform(Map<String, Object> form, TaskChannel channel) throws LuthierException {
        Request request = new Request(name(), form);
        Path file = request.path("to");
        DType compute = Method.compute(request.precision());
        int newTokens = request.has("newTokens") ? request.count("newTokens", 0) : 0;
        AnsweringModel model = AnsweringModel.open(request.path("model"), request.pathOrNull("adapter"), extensions);
        List<int[]> rows = rows(request, model);
        DeviceChoice device = DeviceChoice.of("auto", DeviceChoice.Accelerators.ofPyTorch());
        try (Kernels kernels = Kernels.load(device.accelerator(), 0);
                LoadedModel loaded = model.load(kernels, compute)) {
            SafetensorsWriter.write(file, SafetensorsWriter.PYTORCH, logits(loaded, rows));
            channel.send(Map.of("file", file, "continuation", continuation(loaded, rows.getFirst(), newTokens)));
        }
    }

    private static List<TensorToWrite> logits(LoadedModel model, List<int[]> rows) {
        List<TensorToWrite> tensors = new ArrayList<>();
        for (int[] row : rows) {
            // made when their turn to be written comes, so that one row's logits stand at a time
            TensorToWrite.Values values = channel -> {
                float[] logits = RowLogits.of(model, row);
                ByteBuffer bytes =
                        ByteBuffer.allocate(logits.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(logits);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            };
            long[] shape = {row.length, model.blueprint().vocabulary()};
            tensors.add(new TensorToWrite("logits." + tensors.size(), DType.F32, shape, values));
        }
        return tensors;
    }

    private static List<Integer> continuation(LoadedModel model, int[] row, int newTokens) throws LuthierException {
        if (newTokens == 0) {
            return List.of();
        }
        try (Generator generator = new Generator(model, model.blueprint().vocabulary())) {
            return Arrays.stream(generator
                            .answer(row, Sampling.GREEDY, Set.of(), newTokens, TokenSink.NOBODY)
                            .ids())
                    .boxed()
                    .toList();
        }
    }

    private static List<int[]> rows(Request request, AnsweringModel model) throws LuthierException {
        int vocabulary = model.prepared().blueprint().vocabulary();
        int positions = model.prepared().blueprint().maxPositions();
        List<int[]> rows = new ArrayList<>();
        for (Object row : request.list("ids")) {
            if (!(row instanceof List<?> ids) || ids.isEmpty() || ids.size() > positions) {
                throw request.refused("ids", "must hold rows of 1 to " + positions + " token ids");
            }
            int[] known = new int[ids.size()];
            for (int i = 0; i < known.length; i++) {
                known[i] = id(ids.get(i), vocabulary, request);
            }
            rows.add(known);
        }
        if (rows.isEmpty()) {
            throw request.refused("ids", "holds no row");
        }
        return rows;
    }

    private static int id(@Nullable Object value, int vocabulary, Request request) throws LuthierException {
        if (value instanceof Integer id && id >= 0 && id < vocabulary) {
            return id;
        }
        throw request.refused("ids", "holds " + value + ", but token ids are 0 to " + (vocabulary - 1));
    }
}
