package luthier.core.run;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.disk.DurableFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Project files, `*.luthier`: the one reader and writer for the window and the command line.
public final class ProjectCodec {
    private static final String FORMAT = "luthier-project";
    private static final int VERSION = 1;

    private ProjectCodec() {}

    public static OpenedProject read(Path file) throws LuthierException {
        try {
            return read(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new LuthierException(
                    new Failure.InvalidSpec(file.toString(), "file", "is not UTF-8 text; is it a project file?"), e);
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.InvalidSpec(file.toString(), "file", "cannot be read: " + reason(e)), e);
        }
    }

    /// Writes the project in one step; paths near the file become relative to it.
    public static void write(Project project, Path file) throws LuthierException {
        ProjectPaths paths = ProjectPaths.beside(file);
        ObjectNode root = tree(Map.of());
        root.put("format", FORMAT).put("version", VERSION).put("name", project.name());
        ObjectNode models = root.putObject("models");
        project.models()
                .forEach((key, model) ->
                        models.set(key, restored(Map.of("path", paths.text(model.path())), model.unknown())));
        ObjectNode datasets = root.putObject("datasets");
        project.datasets()
                .forEach((key, dataset) ->
                        datasets.set(key, restored(SpecParts.map(dataset.data(), paths::text), dataset.unknown())));
        ArrayNode runs = root.putArray("runs");
        project.runs().forEach(run -> runs.add(restored(map(run), run.unknown())));
        root.put("notes", project.notes());
        project.unknown().restore(root);
        try {
            DurableFiles.write(
                    file, JsonMappers.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } catch (IOException e) {
            throw LuthierException.disk(file, "the project file", e);
        }
    }

    static OpenedProject read(Path file, String text) throws LuthierException {
        ProjectPaths paths = ProjectPaths.beside(file);
        JsonSource source = JsonSource.parse(file.toString(), text);
        JsonFields root = source.fields();
        checkVersion(root);
        String name = root.text("name", ProjectPaths.nameOf(file));
        Map<String, Project.Model> models = new LinkedHashMap<>();
        for (Map.Entry<String, JsonFields> entry : root.entries("models").entrySet()) {
            JsonFields fields = entry.getValue();
            Path path = fields.requiredPath("path", paths.base());
            fields.finish();
            models.put(entry.getKey(), new Project.Model(path, fields.unknown()));
        }
        Map<String, Project.Dataset> datasets = new LinkedHashMap<>();
        for (Map.Entry<String, JsonFields> entry : root.entries("datasets").entrySet()) {
            JsonFields fields = entry.getValue();
            DataSpec data = SpecParts.data(fields, paths.base());
            datasets.put(entry.getKey(), new Project.Dataset(data, fields.unknown()));
        }
        List<Project.Run> runs = new ArrayList<>();
        for (JsonFields fields : root.list("runs")) {
            Project.Run run = run(fields, models, datasets);
            if (runs.stream().anyMatch(earlier -> earlier.name().equals(run.name()))) {
                throw fields.invalid("name", "`" + run.name() + "` is the name of an earlier run; give each its own");
            }
            runs.add(run);
        }
        String notes = root.text("notes", "");
        root.finish();
        return new OpenedProject(new Project(name, models, datasets, runs, notes, root.unknown()), source.warnings());
    }

    private static void checkVersion(JsonFields root) throws LuthierException {
        String format = root.text("format", "");
        if (!format.equals(FORMAT)) {
            throw root.invalid("format", "must be \"" + FORMAT + "\"; this is not a Luthier project file");
        }
        long version = root.integer("version", 0);
        if (version > VERSION) {
            throw root.invalid(
                    "version",
                    "is " + version + ", written by a newer Luthier; this one reads up to " + VERSION
                            + ": install the newer one");
        }
        if (version < 1) {
            throw root.invalid("version", "must be " + VERSION);
        }
    }

    private static Project.Run run(
            JsonFields fields, Map<String, Project.Model> models, Map<String, Project.Dataset> datasets)
            throws LuthierException {
        String name = fields.text("name", null);
        String model = fields.text("model", null);
        String dataset = fields.text("dataset", null);
        Project.Model knownModel = models.get(model);
        if (knownModel == null) {
            throw fields.invalid("model", Project.unknownEntry(models, model, "models"));
        }
        Project.Dataset knownDataset = datasets.get(dataset);
        if (knownDataset == null) {
            throw fields.invalid("dataset", Project.unknownEntry(datasets, dataset, "data sets"));
        }
        BasePrecision precision = fields.choice("precision", BasePrecision.BF16);
        MethodSpec tuning = SpecParts.method(fields.object("tuning"), "lora");
        MethodSpec optimizer = SpecParts.method(fields.object("optimizer"), "adamw");
        TrainingSpec training = SpecParts.training(fields.object("training"));
        String device = fields.text("device", "auto");
        fields.finish();
        RunSpec checked = fields.make(() -> new RunSpec(
                name, knownModel.path(), precision, tuning, optimizer, knownDataset.data(), training, device));
        return new Project.Run(
                checked.name(),
                model,
                dataset,
                checked.precision(),
                checked.tuning(),
                checked.optimizer(),
                checked.training(),
                checked.device(),
                fields.unknown());
    }

    private static Map<String, Object> map(Project.Run run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", run.name());
        map.put("model", run.model());
        map.put("dataset", run.dataset());
        map.put("precision", run.precision().id());
        map.put("tuning", SpecParts.map(run.tuning()));
        map.put("optimizer", SpecParts.map(run.optimizer()));
        map.put("training", SpecParts.map(run.training()));
        map.put("device", run.device());
        return map;
    }

    private static ObjectNode restored(Map<String, ? extends @Nullable Object> map, UnknownKeys unknown) {
        ObjectNode entry = tree(map);
        unknown.restore(entry);
        return entry;
    }

    private static ObjectNode tree(Map<String, ? extends @Nullable Object> map) {
        return JsonMappers.MAPPER.valueToTree(map);
    }

    // The exceptions of java.nio name only the file; the class says what happened.
    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " (" + e.getMessage() + ")";
    }
}
