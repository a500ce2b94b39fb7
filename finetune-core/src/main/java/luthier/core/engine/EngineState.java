package luthier.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.safetensors.SafetensorsFile;
import luthier.core.model.safetensors.SafetensorsWriter;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.optimizer.ParameterGroup;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;

/// What must be kept to go on as if nothing had happened: the trained numbers, the optimiser's states, the counts. No
/// generator state is among it, because every random number derives from the step it is for.
final class EngineState {
    private static final String TENSORS = "state.safetensors";
    private static final String COUNTS = "state.json";

    private EngineState() {}

    static void write(Path folder, Kernels kernels, List<ParameterGroup> groups, Progress progress)
            throws IOException, LuthierException {
        List<TensorToWrite> tensors = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            ParameterGroup group = groups.get(i);
            tensors.add(tensor(kernels, name(i, "parameters"), group.parameters()));
            group.states()
                    .forEach((state, values) ->
                            tensors.add(tensor(kernels, name(groups.indexOf(group), state), values)));
        }
        SafetensorsWriter.write(folder.resolve(TENSORS), Map.of(), tensors);
        Files.writeString(folder.resolve(COUNTS), JsonLine.write(progress.asMap()) + "\n");
    }

    static Progress read(Path folder, Kernels kernels, List<ParameterGroup> groups) throws LuthierException {
        try (SafetensorsFile file = SafetensorsFile.open(folder.resolve(TENSORS))) {
            for (int i = 0; i < groups.size(); i++) {
                fill(kernels, file, name(i, "parameters"), groups.get(i).parameters());
                for (Map.Entry<String, Tensor> state : groups.get(i).states().entrySet()) {
                    fill(kernels, file, name(i, state.getKey()), state.getValue());
                }
            }
        }
        Path counts = folder.resolve(COUNTS);
        try {
            return Progress.of(JsonLine.object(counts.toString(), Files.readString(counts)));
        } catch (IOException e) {
            throw LuthierException.disk(counts, "the checkpoint's counts", e);
        }
    }

    private static TensorToWrite tensor(Kernels kernels, String name, Tensor values) {
        return new TensorToWrite(name, values.dtype(), values.shape(), channel -> {
            // Some at a time: a state as large as the model must not stand twice.
            long count = values.elements();
            long most = 4L << 20;
            for (long start = 0; start < count; start += most) {
                long length = Math.min(most, count - start);
                try (Tensor window = kernels.window(values, start, length)) {
                    ByteBuffer bytes = kernels.bytes(window);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
            }
        });
    }

    private static void fill(Kernels kernels, SafetensorsFile file, String name, Tensor target)
            throws LuthierException {
        TensorEntry entry = file.tensor(name);
        if (entry.elementCount() != target.elements() || entry.dtype() != target.dtype()) {
            throw new LuthierException(new Failure.InvalidSpec(
                    file.path().toString(),
                    name,
                    "does not fit the run's settings; resume with the settings the run was begun with"));
        }
        ModelLoader.BaseWeights.copy(kernels, entry.data().asByteBuffer(), entry.dtype(), 0, target, 0);
    }

    private static String name(int group, String what) {
        return "group" + group + "." + what;
    }
}
