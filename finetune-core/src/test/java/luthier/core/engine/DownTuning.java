package luthier.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.catalog.TuningInfo;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.CheckpointWriter;
import luthier.core.model.safetensors.SafetensorsFile;
import luthier.core.model.safetensors.SafetensorsWriter;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;
import luthier.core.tuning.ResultReader;
import luthier.core.tuning.ResultWriter;
import luthier.core.tuning.StoredResult;
import luthier.core.tuning.Tuning;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Constant;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Injection;
import luthier.core.tuning.TuningPlan.Piece;
import luthier.core.tuning.TuningPlan.Trained;

/// A rank-2 product beside the first block's down projection, as little as an adapter can be.
public final class DownTuning implements Tuning<DownTuning.NoSettings> {
    public static final String FILE = "down.safetensors";
    private static final String PROJECTION = "model.layers.0.mlp.down_proj.weight";
    private static final int RANK = 2;

    public record NoSettings() implements Settings {
        public static final NoSettings DEFAULTS = new NoSettings();
    }

    @Override
    public TuningInfo info() {
        return new TuningInfo("down", true, List.of());
    }

    @Override
    public Class<NoSettings> settingsType() {
        return NoSettings.class;
    }

    @Override
    public TuningPlan plan(NoSettings settings, Blueprint model) {
        Trained a = new Trained("a", 1, "down.a.0", RANK, model.feedForward(), new Initial.Uniform(0.1), true);
        Trained b = new Trained("b", 1, "down.b.0", model.width(), RANK, new Initial.Zero(), true);
        return new TuningPlan(
                List.of(a, b),
                List.of(
                        new Injection(1, "down.a", RANK, model.feedForward(), List.of(new Piece("a", 0, 0, 1))),
                        new Injection(1, "down.b", model.width(), RANK, List.of(new Piece("b", 0, 0, 1)))),
                List.of(
                        new Constant(1, "down.parts", false, List.of(List.of(0.0, (double) RANK, 0.0, (double)
                                model.width()))),
                        new Constant(1, "down.scales", true, List.of(List.of(1.0)))),
                0);
    }

    @Override
    public ResultWriter<NoSettings> writer() {
        return (folder, settings, model, plan, values) -> {
            List<TensorToWrite> tensors = new ArrayList<>();
            for (Trained trained : plan.trained()) {
                tensors.add(new TensorToWrite(trained.name(), DType.F32, trained.shape(), channel -> {
                    ByteBuffer bytes = values.fp32(trained.name());
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }));
            }
            SafetensorsWriter.write(folder.resolve(FILE), Map.of(), tensors);
        };
    }

    @Override
    public ResultReader<NoSettings> reader() {
        return new Reader();
    }

    private static final class Reader implements ResultReader<NoSettings> {
        @Override
        public boolean recognises(Path folder) {
            return Files.exists(folder.resolve(FILE));
        }

        @Override
        public StoredResult<NoSettings> read(Path folder, Blueprint model) throws LuthierException {
            Map<String, float[]> values = new HashMap<>();
            try (SafetensorsFile file = SafetensorsFile.open(folder.resolve(FILE))) {
                for (String name : file.tensors().keySet()) {
                    values.put(name, file.tensor(name).floats());
                }
            }
            return new StoredResult<>(NoSettings.DEFAULTS, values, List.of());
        }

        @Override
        public void merge(Path target, Path result, Path base, Blueprint model) throws IOException, LuthierException {
            Map<String, float[]> values = read(result, model).values();
            List<TensorToWrite> tensors = new ArrayList<>();
            try (Checkpoint checkpoint = Checkpoint.open(base)) {
                for (String name : checkpoint.tensors().keySet()) {
                    TensorEntry entry = checkpoint.tensor(name);
                    tensors.add(name.equals(PROJECTION) ? merged(entry, values) : TensorToWrite.copyOf(entry));
                }
                CheckpointWriter.write(target, tensors, CheckpointWriter.SHARD_BYTES);
            }
            for (String name : List.of("config.json", "tokenizer.json", "tokenizer_config.json")) {
                Files.copy(base.resolve(name), target.resolve(name));
            }
        }

        private static TensorToWrite merged(TensorEntry entry, Map<String, float[]> values) {
            float[] weight = entry.floats();
            int columns = (int) entry.shape()[1];
            float[] a = values.getOrDefault("a", new float[0]);
            float[] b = values.getOrDefault("b", new float[0]);
            for (int i = 0; i < weight.length; i++) {
                for (int k = 0; k < RANK; k++) {
                    weight[i] += b[i / columns * RANK + k] * a[k * columns + i % columns];
                }
            }
            return TestWeights.toWrite(entry.name(), entry.dtype(), entry.shape(), weight);
        }
    }
}
