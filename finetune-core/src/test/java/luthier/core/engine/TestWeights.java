package luthier.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.core.model.DType;
import luthier.core.model.safetensors.BrainFloat;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.CheckpointWriter;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;

/// Weights of models that tests make.
public final class TestWeights {
    private TestWeights() {}

    /// Numbers to be kept in fp32 or bf16.
    public static TensorToWrite toWrite(String name, DType dtype, long[] shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * dtype.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (dtype == DType.BF16) {
                bytes.putShort(BrainFloat.fromFloat(value));
            } else {
                bytes.putFloat(value);
            }
        }
        return new TensorToWrite(name, dtype, shape, channel -> {
            ByteBuffer left = bytes.duplicate().flip();
            while (left.hasRemaining()) {
                channel.write(left);
            }
        });
    }

    /// A copy of a model folder whose weights are kept in bf16.
    public static void copyInBrainFloat(Path model, Path target) throws IOException, LuthierException {
        Files.createDirectories(target);
        List<TensorToWrite> tensors = new ArrayList<>();
        try (Checkpoint checkpoint = Checkpoint.open(model)) {
            for (String name : checkpoint.tensors().keySet()) {
                TensorEntry entry = checkpoint.tensor(name);
                tensors.add(toWrite(name, DType.BF16, entry.shape(), entry.floats()));
            }
            CheckpointWriter.write(target, tensors, CheckpointWriter.SHARD_BYTES);
        }
        for (String name : List.of("config.json", "tokenizer.json", "tokenizer_config.json")) {
            Files.copy(model.resolve(name), target.resolve(name));
        }
    }
}
