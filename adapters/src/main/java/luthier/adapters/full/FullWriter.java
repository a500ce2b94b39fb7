package luthier.adapters.full;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.export.BaseFiles;
import luthier.adapters.export.ExportedConfig;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.Slot;
import luthier.core.model.safetensors.CheckpointWriter;
import luthier.core.model.safetensors.SegmentWriter;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;
import luthier.core.tuning.ResultWriter;
import luthier.core.tuning.TrainedValues;
import luthier.core.tuning.TuningPlan;

/// Writes a complete model folder: the checkpoint's own tensors, since the kernels' joined ones are known to
/// nobody else.
final class FullWriter implements ResultWriter<FullSettings> {
    @Override
    public void write(Path folder, FullSettings settings, Blueprint model, TuningPlan plan, TrainedValues values)
            throws IOException, LuthierException {
        List<TensorToWrite> tensors = new ArrayList<>();
        for (Slot slot : model.distinctSlots()) {
            for (Slot.Part part : slot.parts()) {
                tensors.add(tensor(slot, part, values));
            }
        }
        CheckpointWriter.write(folder, tensors, CheckpointWriter.SHARD_BYTES);
        ExportedConfig.of(values.baseFolder()).withType(mainType(tensors)).write(folder);
        BaseFiles.copyGenerationSettings(values.baseFolder(), folder);
        BaseFiles.copyTokenizer(values.baseFolder(), folder);
    }

    private static TensorToWrite tensor(Slot slot, Slot.Part part, TrainedValues values) {
        long[] shape = slot.columns() == 0 ? new long[] {part.rows()} : new long[] {part.rows(), slot.columns()};
        return new TensorToWrite(part.tensor(), values.currentType(part.tensor()), shape, channel -> {
            ByteBuffer bytes = values.current(part.tensor());
            SegmentWriter.writeFully(bytes, channel);
        });
    }

    /// The type of most numbers: some models keep a few vectors wider.
    private static DType mainType(List<TensorToWrite> tensors) {
        Map<DType, Long> elements = new EnumMap<>(DType.class);
        tensors.forEach(tensor -> elements.merge(tensor.dtype(), tensor.elementCount(), Long::sum));
        return elements.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalStateException("the model has no tensor"))
                .getKey();
    }
}
