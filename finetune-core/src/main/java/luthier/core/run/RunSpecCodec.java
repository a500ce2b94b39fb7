package luthier.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import luthier.core.disk.DurableFiles;

/// A run's specification as JSON, with absolute paths: `spec.json` of a run folder and the messages to a worker.
public final class RunSpecCodec {
    private RunSpecCodec() {}

    public static Map<String, Object> toMap(RunSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", spec.name());
        map.put("model", spec.model().toAbsolutePath().toString());
        map.put("precision", spec.precision().id());
        map.put("tuning", SpecParts.map(spec.tuning()));
        map.put("optimizer", SpecParts.map(spec.optimizer()));
        map.put("data", SpecParts.map(spec.data(), path -> path.toAbsolutePath().toString()));
        map.put("training", SpecParts.map(spec.training()));
        map.put("device", spec.device());
        return map;
    }

    /// @param where file or `command line`, for messages
    /// @param form what [#toMap] makes, or the map of a parsed JSON object
    public static RunSpec fromMap(String where, Map<String, ?> form) throws LuthierException {
        return read(JsonSource.of(where, form));
    }

    public static void write(RunSpec spec, Path file) throws LuthierException {
        try {
            DurableFiles.write(
                    file, JsonMappers.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(toMap(spec)) + "\n");
        } catch (IOException e) {
            throw LuthierException.disk(file, "the run's specification", e);
        }
    }

    public static RunSpec read(Path file) throws LuthierException {
        try {
            return read(JsonSource.parse(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.InvalidSpec(file.toString(), "file", "cannot be read: " + e.getMessage()), e);
        }
    }

    static RunSpec read(JsonSource source) throws LuthierException {
        Path here = Path.of("").toAbsolutePath();
        JsonFields fields = source.fields();
        String name = fields.text("name", null);
        Path model = fields.requiredPath("model", here);
        BasePrecision precision = fields.choice("precision", BasePrecision.BF16);
        MethodSpec tuning = SpecParts.method(fields.object("tuning"), "lora");
        MethodSpec optimizer = SpecParts.method(fields.object("optimizer"), "adamw");
        DataSpec data = SpecParts.data(fields.object("data"), here);
        TrainingSpec training = SpecParts.training(fields.object("training"));
        String device = fields.text("device", "auto");
        fields.finish();
        return fields.make(() -> new RunSpec(name, model, precision, tuning, optimizer, data, training, device));
    }
}
