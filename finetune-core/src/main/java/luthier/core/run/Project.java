package luthier.core.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A project: models, data sets and runs under names of their own. All paths are absolute here; the file holds them
/// relative to itself.
///
/// @param models by key, in the file's order
/// @param datasets by key, in the file's order
/// @param unknown top-level keys of a newer version, kept when the file is written again
public record Project(
        String name,
        Map<String, Model> models,
        Map<String, Dataset> datasets,
        List<Run> runs,
        String notes,
        UnknownKeys unknown) {
    public Project {
        models = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(models));
        datasets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(datasets));
        runs = List.copyOf(runs);
    }

    /// @param path a Hugging Face model folder
    public record Model(Path path, UnknownKeys unknown) {}

    public record Dataset(DataSpec data, UnknownKeys unknown) {}

    /// @param model key of a model of the project
    /// @param dataset key of a data set of the project
    public record Run(
            String name,
            String model,
            String dataset,
            BasePrecision precision,
            MethodSpec tuning,
            MethodSpec optimizer,
            TrainingSpec training,
            String device,
            UnknownKeys unknown) {}

    /// The specifications of all runs, in order.
    public List<RunSpec> specs() throws LuthierException {
        List<RunSpec> specs = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            specs.add(spec(runs.get(i), "runs[" + i + "]"));
        }
        return specs;
    }

    /// The specification of one run.
    public RunSpec spec(String runName) throws LuthierException {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).name().equals(runName)) {
                return spec(runs.get(i), "runs[" + i + "]");
            }
        }
        String names = runs.stream().map(Run::name).collect(Collectors.joining(", "));
        throw new LuthierException(
                new Failure.InvalidSpec("project " + name, "run", "`" + runName + "` is not one of: " + names));
    }

    private RunSpec spec(Run run, String field) throws LuthierException {
        Model model = known(models, run.model(), field + ".model", "models");
        Dataset dataset = known(datasets, run.dataset(), field + ".dataset", "data sets");
        try {
            return new RunSpec(
                    run.name(),
                    model.path(),
                    run.precision(),
                    run.tuning(),
                    run.optimizer(),
                    dataset.data(),
                    run.training(),
                    run.device());
        } catch (InvalidField e) {
            throw new LuthierException(
                    new Failure.InvalidSpec("project " + name, field + "." + e.field(), e.rule()), e);
        }
    }

    private <T> T known(Map<String, T> entries, String key, String field, String kind) throws LuthierException {
        @Nullable T entry = entries.get(key);
        if (entry == null) {
            throw new LuthierException(
                    new Failure.InvalidSpec("project " + name, field, unknownEntry(entries, key, kind)));
        }
        return entry;
    }

    static String unknownEntry(Map<String, ?> entries, String key, String kind) {
        return "`" + key + "` is not one of the project's " + kind + ": " + String.join(", ", entries.keySet());
    }
}
