package luthier.adapters.lora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.peft.LowRank;
import luthier.adapters.peft.PeftAdapter;
import luthier.adapters.peft.PeftAdapterReader;
import luthier.adapters.peft.PeftConfig;
import luthier.core.model.Blueprint;
import luthier.core.model.Site;
import luthier.core.run.LuthierException;
import luthier.core.tuning.ResultReader;
import luthier.core.tuning.StoredResult;

/// Reads PEFT adapters.
final class LoraReader implements ResultReader<LoraSettings> {
    @Override
    public boolean recognises(Path folder) {
        return Files.isRegularFile(folder.resolve("adapter_config.json"));
    }

    @Override
    public StoredResult<LoraSettings> read(Path folder, Blueprint model) throws LuthierException {
        PeftAdapter adapter = PeftAdapterReader.read(folder, model);
        LoraSettings settings = settings(adapter);
        Map<String, float[]> values = new HashMap<>();
        for (Site site : model.sites()) {
            LowRank pair = adapter.modules().get(site.module());
            if (pair != null) {
                LoraTarget target = TargetResolution.target(settings, site);
                values.put(target.downName(), pair.down());
                values.put(target.upName(), pair.up());
            }
        }
        return new StoredResult<>(settings, values, adapter.notices());
    }

    /// Exactly the modules that have values: a list by pattern may mean more.
    private static LoraSettings settings(PeftAdapter adapter) {
        PeftConfig config = adapter.config();
        return new LoraSettings(
                config.rank(),
                config.alpha(),
                0,
                List.copyOf(adapter.modules().keySet()),
                List.of(),
                config.rankPattern(),
                config.alphaPattern(),
                config.useRslora());
    }

    @Override
    public void merge(Path target, Path result, Path base, Blueprint model) throws IOException, LuthierException {
        Map<String, LowRank> pairs = PeftAdapterReader.read(result, model).modules();
        LoraMerge.write(target, base, model, pairs, LowRankAdd.plain());
    }
}
