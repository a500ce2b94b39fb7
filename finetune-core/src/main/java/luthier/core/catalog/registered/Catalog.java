package luthier.core.catalog.registered;

import java.util.List;
import java.util.ServiceLoader;
import luthier.core.catalog.OptimizerInfo;
import luthier.core.catalog.Registry;
import luthier.core.catalog.SettingsReader;
import luthier.core.catalog.TuningInfo;
import luthier.core.optimizer.Optimizer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.MethodSpec;
import luthier.core.run.RunSpec;
import luthier.core.tuning.Tuning;

/// The tunings and optimisers there are, without the engine: neither DJL nor anything native is loaded for it.
public final class Catalog {
    private static final String WHERE = "the run";

    private final Registry<Tuning<?>> tunings;
    private final Registry<Optimizer<?>> optimizers;

    private Catalog(Registry<Tuning<?>> tunings, Registry<Optimizer<?>> optimizers) {
        this.tunings = tunings;
        this.optimizers = optimizers;
    }

    /// @throws IllegalStateException when a kind has no entry: a module is missing from the module path
    public static Catalog load() {
        return new Catalog(registeredTunings(), registeredOptimizers());
    }

    /// @throws IllegalStateException when there is none
    public static Registry<Tuning<?>> registeredTunings() {
        // A service loader only knows the raw interface.
        List<Tuning<?>> tunings = ServiceLoader.load(Tuning.class).stream()
                .<Tuning<?>>map(ServiceLoader.Provider::get)
                .toList();
        return Registry.of("tunings", tunings, tuning -> tuning.info().id());
    }

    /// @throws IllegalStateException when there is none
    public static Registry<Optimizer<?>> registeredOptimizers() {
        List<Optimizer<?>> optimizers = ServiceLoader.load(Optimizer.class).stream()
                .<Optimizer<?>>map(ServiceLoader.Provider::get)
                .toList();
        return Registry.of(
                "optimisers", optimizers, optimizer -> optimizer.info().id());
    }

    public List<TuningInfo> tunings() {
        return tunings.all().stream().<TuningInfo>map(Tuning::info).toList();
    }

    public List<OptimizerInfo> optimizers() {
        return optimizers.all().stream().<OptimizerInfo>map(Optimizer::info).toList();
    }

    /// Checks the settings of both methods as a worker will, without the model.
    ///
    /// @throws LuthierException (InvalidSpec) with the dotted path of the setting and what it must be
    public void check(RunSpec spec) throws LuthierException {
        Tuning<?> tuning = required(tunings, spec.tuning(), "tuning.id");
        SettingsReader.read(tuning.settingsType(), spec.tuning().settings(), WHERE, "tuning");
        Optimizer<?> optimizer = required(optimizers, spec.optimizer(), "optimizer.id");
        SettingsReader.read(optimizer.settingsType(), spec.optimizer().settings(), WHERE, "optimizer");
    }

    private static <T> T required(Registry<T> registry, MethodSpec method, String field) throws LuthierException {
        T found = registry.find(method.id());
        if (found == null) {
            throw new LuthierException(new Failure.InvalidSpec(
                    WHERE, field, "`" + method.id() + "` is not one of: " + String.join(", ", registry.ids())));
        }
        return found;
    }
}
