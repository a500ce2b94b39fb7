package luthier.adapters.peft;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import luthier.core.model.DType;
import luthier.core.model.JsonText;
import luthier.core.model.safetensors.SafetensorsWriter;
import luthier.core.model.safetensors.SegmentWriter;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;

/// Writes an adapter folder that PEFT loads.
public final class PeftAdapterWriter {
    static final String CONFIG_FILE = "adapter_config.json";
    static final String WEIGHTS_FILE = "adapter_model.safetensors";
    /// What PEFT's wrapper classes put before every module path.
    static final String PREFIX = "base_model.model.";

    private PeftAdapterWriter() {}

    /// @param name module path with `.lora_A.weight` or `.lora_B.weight`
    /// @param fp32 gives the little-endian values when their turn comes
    public record Tensor(String name, long[] shape, Supplier<ByteBuffer> fp32) {}

    /// @throws LuthierException with a `DiskFailure` when the disk refuses
    public static void write(Path folder, PeftConfig config, List<Tensor> tensors) throws LuthierException {
        List<TensorToWrite> files = tensors.stream()
                .map(tensor -> new TensorToWrite(
                        PREFIX + tensor.name(),
                        DType.F32,
                        tensor.shape(),
                        channel -> SegmentWriter.writeFully(tensor.fp32().get(), channel)))
                .toList();
        SafetensorsWriter.write(folder.resolve(WEIGHTS_FILE), SafetensorsWriter.PYTORCH, files);
        JsonText.write(folder.resolve(CONFIG_FILE), JsonText.indented(PeftConfigJson.of(config)));
    }
}
