package luthier.core.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The parts that a project file and a run's own specification have in common.
final class SpecParts {
    private SpecParts() {}

    static MethodSpec method(JsonFields fields, String missingId) throws LuthierException {
        String id = fields.text("id", missingId);
        Map<String, Object> settings = fields.values();
        settings.remove("id");
        return new MethodSpec(id, settings);
    }

    static Map<String, Object> map(MethodSpec method) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", method.id());
        method.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> map.put(setting.getKey(), setting.getValue()));
        return map;
    }

    static DataSpec data(JsonFields fields, Path base) throws LuthierException {
        Path train = fields.requiredPath("train", base);
        Path evaluation = fields.path("evaluation", base);
        String format = fields.text("format", "auto");
        Map<String, String> columns = fields.object("columns").texts();
        double evaluationFraction = fields.decimal("evaluationFraction", 0.05);
        int maxLength = fields.smallInteger("maxLength", 512);
        boolean lastTurnOnly = fields.flag("lastTurnOnly", false);
        fields.finish();
        return fields.make(
                () -> new DataSpec(train, evaluation, format, columns, evaluationFraction, maxLength, lastTurnOnly));
    }

    /// @param path how a path is written
    static Map<String, @Nullable Object> map(DataSpec data, Function<Path, String> path) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Path evaluation = data.evaluation();
        map.put("train", path.apply(data.train()));
        map.put("evaluation", evaluation == null ? null : path.apply(evaluation));
        map.put("format", data.format());
        map.put("columns", new java.util.TreeMap<>(data.columns()));
        map.put("evaluationFraction", data.evaluationFraction());
        map.put("maxLength", data.maxLength());
        map.put("lastTurnOnly", data.lastTurnOnly());
        return map;
    }

    static TrainingSpec training(JsonFields fields) throws LuthierException {
        TrainingSpec missing = TrainingSpec.DEFAULTS;
        double epochs = fields.decimal("epochs", missing.epochs());
        long maxSteps = fields.integer("maxSteps", missing.maxSteps());
        int batchSize = fields.smallInteger("batchSize", missing.batchSize());
        int accumulation = fields.smallInteger("accumulation", missing.accumulation());
        double learningRate = fields.decimal("learningRate", missing.learningRate());
        Schedule schedule = fields.choice("schedule", missing.schedule());
        long warmupSteps = fields.integer("warmupSteps", missing.warmupSteps());
        double warmupRatio = fields.decimal("warmupRatio", missing.warmupRatio());
        double maxGradientNorm = fields.decimal("maxGradientNorm", missing.maxGradientNorm());
        ActivationPolicy activations = fields.choice("activations", missing.activations());
        long evaluateEvery = fields.integer("evaluateEvery", missing.evaluateEvery());
        long checkpointEvery = fields.integer("checkpointEvery", missing.checkpointEvery());
        int keepCheckpoints = fields.smallInteger("keepCheckpoints", missing.keepCheckpoints());
        long seed = fields.integer("seed", missing.seed());
        int threads = fields.smallInteger("threads", missing.threads());
        boolean fromScratch = fields.flag("fromScratch", missing.fromScratch());
        fields.finish();
        return fields.make(() -> new TrainingSpec(
                epochs,
                maxSteps,
                batchSize,
                accumulation,
                learningRate,
                schedule,
                warmupSteps,
                warmupRatio,
                maxGradientNorm,
                activations,
                evaluateEvery,
                checkpointEvery,
                keepCheckpoints,
                seed,
                threads,
                fromScratch));
    }

    static Map<String, Object> map(TrainingSpec training) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("epochs", training.epochs());
        map.put("maxSteps", training.maxSteps());
        map.put("batchSize", training.batchSize());
        map.put("accumulation", training.accumulation());
        map.put("learningRate", training.learningRate());
        map.put("schedule", training.schedule().id());
        map.put("warmupSteps", training.warmupSteps());
        map.put("warmupRatio", training.warmupRatio());
        map.put("maxGradientNorm", training.maxGradientNorm());
        map.put("activations", training.activations().id());
        map.put("evaluateEvery", training.evaluateEvery());
        map.put("checkpointEvery", training.checkpointEvery());
        map.put("keepCheckpoints", training.keepCheckpoints());
        map.put("seed", training.seed());
        map.put("threads", training.threads());
        map.put("fromScratch", training.fromScratch());
        return map;
    }
}
