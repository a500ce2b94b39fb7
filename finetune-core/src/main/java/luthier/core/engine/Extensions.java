package luthier.core.engine;

import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import luthier.core.catalog.Registry;
import luthier.core.catalog.registered.Catalog;
import luthier.core.data.DatasetFormat;
import luthier.core.model.family.ModelFamily;
import luthier.core.optimizer.Optimizer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.tuning.Tuning;

/// Everything registered, built once at start and handed on.
public record Extensions(
        Registry<Tuning<?>> tunings,
        Registry<Optimizer<?>> optimizers,
        Registry<ModelFamily> families,
        Registry<DatasetFormat> formats) {

    /// @throws IllegalStateException when a kind has no entry: a module is missing from the module path
    public static Extensions load() {
        return new Extensions(
                Catalog.registeredTunings(),
                Catalog.registeredOptimizers(),
                Registry.of("model families", ServiceLoader.load(ModelFamily.class), ModelFamily::id),
                Registry.of(
                        "data formats",
                        ServiceLoader.load(DatasetFormat.class),
                        format -> format.info().id()));
    }

    /// Every `model_type` that a family takes.
    public Set<String> modelTypes() {
        Set<String> types = new HashSet<>();
        families.all().forEach(family -> types.addAll(family.modelTypes()));
        return types;
    }

    /// The family of a model type that has been checked.
    ModelFamily family(String modelType) {
        return families.all().stream()
                .filter(family -> family.modelTypes().contains(modelType))
                .findFirst()
                .orElseThrow();
    }

    /// @throws LuthierException (InvalidSpec) naming what is registered
    static <T> T required(Registry<T> registry, String id, String field) throws LuthierException {
        T found = registry.find(id);
        if (found == null) {
            throw new LuthierException(new Failure.InvalidSpec(
                    "the run", field, "`" + id + "` is not one of: " + String.join(", ", registry.ids())));
        }
        return found;
    }
}
