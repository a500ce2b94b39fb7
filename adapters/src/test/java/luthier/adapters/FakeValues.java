package luthier.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import luthier.core.model.DType;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.run.LuthierException;
import luthier.core.tuning.TrainedValues;

/// Values at the end of a run: given ones for what was trained, the base's own for the rest.
public record FakeValues(Path baseFolder, Map<String, float[]> trained) implements TrainedValues {
    @Override
    public ByteBuffer fp32(String name) {
        float[] values = Objects.requireNonNull(trained.get(name), name);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    @Override
    public ByteBuffer current(String tensor) throws IOException {
        if (trained.containsKey(tensor)) {
            return fp32(tensor);
        }
        try (Checkpoint checkpoint = Checkpoint.open(baseFolder)) {
            TensorEntry entry = checkpoint.tensor(tensor);
            ByteBuffer copy = ByteBuffer.allocate(Math.toIntExact(entry.data().byteSize()));
            copy.put(entry.data().asByteBuffer()).flip();
            return copy;
        } catch (LuthierException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public DType currentType(String tensor) {
        return DType.F32;
    }
}
