package luthier.adapters.lora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.export.BaseFiles;
import luthier.adapters.export.ExportedConfig;
import luthier.adapters.peft.LowRank;
import luthier.core.model.Blueprint;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.CheckpointWriter;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;

/// Writes the base with an adapter's products added to its matrices: a complete model folder that needs no
/// adapter.
public final class LoraMerge {
    private static final String HEAD = "lm_head";
    private static final String WEIGHT = ".weight";

    private LoraMerge() {}

    /// @param folder exists and is empty; the caller writes aside and renames
    /// @param base the base model's folder
    /// @param pairs by module path
    /// @throws LuthierException when the base cannot be read, the disk refuses, or a sum does not fit the
    ///     base's type
    public static void write(Path folder, Path base, Blueprint model, Map<String, LowRank> pairs, LowRankAdd product)
            throws IOException, LuthierException {
        ExportedConfig config = ExportedConfig.of(base);
        try (Checkpoint checkpoint = Checkpoint.open(base)) {
            List<TensorToWrite> tensors = new ArrayList<>();
            Map<String, LowRank> left = new LinkedHashMap<>(pairs);
            for (String name : checkpoint.tensors().sequencedKeySet()) {
                TensorEntry tensor = checkpoint.tensor(name);
                LowRank pair = name.endsWith(WEIGHT) ? left.remove(module(name)) : null;
                tensors.add(
                        pair == null
                                ? TensorToWrite.copyOf(tensor)
                                : new MergedTensor(base, tensor, pair, product).toWrite(name));
            }
            LowRank head = left.remove(HEAD);
            if (head != null && model.tied()) {
                // Added to the shared matrix, the head's product would change the embedding too.
                TensorEntry shared = checkpoint.tensor(sharedTensor(model));
                tensors.add(new MergedTensor(base, shared, head, product).toWrite(HEAD + WEIGHT));
                config.untied();
            }
            if (!left.isEmpty()) {
                throw new IllegalArgumentException("the base has no weights for " + left.keySet());
            }
            CheckpointWriter.write(folder, tensors, CheckpointWriter.SHARD_BYTES);
        }
        config.write(folder);
        BaseFiles.copyGenerationSettings(base, folder);
        BaseFiles.copyTokenizer(base, folder);
    }

    private static String module(String tensor) {
        return tensor.substring(0, tensor.length() - WEIGHT.length());
    }

    private static String sharedTensor(Blueprint model) {
        return model.stages().getFirst().slots().getFirst().parts().getFirst().tensor();
    }
}
