package luthier.app.tune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import luthier.core.run.DataSpec;
import luthier.core.run.Project;
import luthier.core.run.RunSpec;
import luthier.core.run.UnknownKeys;

/// How a draft comes into a project.
final class DraftedRun {
    private DraftedRun() {}

    /// The project with the run in it. A run of that name is replaced; the model and the data are entered where the
    /// project does not have them, and no other run's data is changed.
    static Project in(Project project, RunSpec spec) {
        Map<String, Project.Model> models = new LinkedHashMap<>(project.models());
        String model = modelKey(models, spec.model());
        Map<String, Project.Dataset> datasets = new LinkedHashMap<>(project.datasets());
        String dataset = datasetKey(project, datasets, spec);
        List<Project.Run> runs = new ArrayList<>(project.runs());
        int place = indexOf(runs, spec.name());
        UnknownKeys unknown = place < 0 ? UnknownKeys.NONE : runs.get(place).unknown();
        Project.Run run = new Project.Run(
                spec.name(),
                model,
                dataset,
                spec.precision(),
                spec.tuning(),
                spec.optimizer(),
                spec.training(),
                spec.device(),
                unknown);
        if (place < 0) {
            runs.add(run);
        } else {
            runs.set(place, run);
        }
        return new Project(project.name(), models, datasets, runs, project.notes(), project.unknown());
    }

    /// The name itself, or with a number that no run has yet: `tickets-2`.
    static String freeName(Project project, String name) {
        Set<String> taken = project.runs().stream().map(Project.Run::name).collect(Collectors.toSet());
        return free(taken, name.replaceFirst("-\\d+$", ""));
    }

    private static String modelKey(Map<String, Project.Model> models, Path path) {
        for (Map.Entry<String, Project.Model> entry : models.entrySet()) {
            if (entry.getValue().path().equals(path)) {
                return entry.getKey();
            }
        }
        String key = free(models.keySet(), String.valueOf(path.getFileName()));
        models.put(key, new Project.Model(path, UnknownKeys.NONE));
        return key;
    }

    private static String datasetKey(Project project, Map<String, Project.Dataset> datasets, RunSpec spec) {
        DataSpec data = spec.data();
        String near = String.valueOf(data.train().getFileName());
        for (Map.Entry<String, Project.Dataset> entry : datasets.entrySet()) {
            if (entry.getValue().data().equals(data)) {
                return entry.getKey();
            }
            if (entry.getValue().data().train().equals(data.train())) {
                near = entry.getKey();
            }
        }
        String known = near;
        boolean others = project.runs().stream()
                .anyMatch(run -> run.dataset().equals(known) && !run.name().equals(spec.name()));
        String key = others ? free(datasets.keySet(), known) : known;
        Project.Dataset before = datasets.get(key);
        datasets.put(key, new Project.Dataset(data, before == null ? UnknownKeys.NONE : before.unknown()));
        return key;
    }

    private static String free(Set<String> taken, String name) {
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static int indexOf(List<Project.Run> runs, String name) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
