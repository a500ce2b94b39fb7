package luthier.adapters.lora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import luthier.adapters.peft.BaseReference;
import luthier.adapters.peft.PeftAdapterWriter;
import luthier.adapters.peft.PeftConfig;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;
import luthier.core.tuning.ResultWriter;
import luthier.core.tuning.TrainedValues;
import luthier.core.tuning.TuningPlan;

/// Writes the trained pairs as a PEFT adapter.
final class LoraWriter implements ResultWriter<LoraSettings> {
    @Override
    public void write(Path folder, LoraSettings settings, Blueprint model, TuningPlan plan, TrainedValues values)
            throws IOException, LuthierException {
        PeftConfig config = PeftTerms.of(settings, model, BaseReference.of(values.baseFolder(), folder));
        List<PeftAdapterWriter.Tensor> tensors = plan.trained().stream()
                .map(trained -> new PeftAdapterWriter.Tensor(
                        trained.name(), trained.shape(), () -> values.fp32(trained.name())))
                .toList();
        PeftAdapterWriter.write(folder, config, tensors);
    }
}
