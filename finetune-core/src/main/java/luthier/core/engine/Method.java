package luthier.core.engine;

import java.io.IOException;
import java.nio.file.Path;
import luthier.core.catalog.SettingsReader;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.optimizer.Optimizer;
import luthier.core.optimizer.UpdateRule;
import luthier.core.run.BasePrecision;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.run.MethodSpec;
import luthier.core.run.RunSpec;
import luthier.core.run.Settings;
import luthier.core.tuning.TrainedValues;
import luthier.core.tuning.Tuning;
import luthier.core.tuning.TuningPlan;

/// The three axes of a run, applied to a model: what is trained, how it moves, in which types.
///
/// @param plan what is trained
/// @param rule how it moves
/// @param compute type of the frozen weights and of the products
/// @param held type of the trained numbers, gradients and states
/// @param cause what the trained numbers count as
/// @param result writes the result
public record Method(TuningPlan plan, UpdateRule rule, DType compute, DType held, MemoryCause cause, Result result) {

    /// A tuning's writer with its settings and model filled in.
    @FunctionalInterface
    public interface Result {
        void write(Path folder, TrainedValues values) throws IOException, LuthierException;
    }

    /// @throws LuthierException (InvalidSpec) when an id, a setting or a combination is not possible
    static Method of(RunSpec spec, Blueprint model, Extensions extensions) throws LuthierException {
        UpdateRule rule = rule(
                Extensions.required(extensions.optimizers(), spec.optimizer().id(), "optimizer.id"), spec);
        Tuning<?> tuning =
                Extensions.required(extensions.tunings(), spec.tuning().id(), "tuning.id");
        return of(tuning, rule, spec, model);
    }

    private static <S extends Settings> UpdateRule rule(Optimizer<S> optimizer, RunSpec spec) throws LuthierException {
        return optimizer.rule(settings(optimizer.settingsType(), spec.optimizer(), "optimizer"));
    }

    private static <S extends Settings> Method of(Tuning<S> tuning, UpdateRule rule, RunSpec spec, Blueprint model)
            throws LuthierException {
        S settings = settings(tuning.settingsType(), spec.tuning(), "tuning");
        TuningPlan plan = tuning.plan(settings, model);
        DType compute = compute(spec.precision());
        boolean adapter = tuning.info().adapter();
        return new Method(
                plan,
                rule,
                compute,
                rule.holdsBaseType() && !adapter ? compute : DType.F32,
                adapter ? MemoryCause.ADAPTERS : MemoryCause.WEIGHTS,
                (folder, values) -> tuning.writer().write(folder, settings, model, plan, values));
    }

    private static <S extends Settings> S settings(Class<S> type, MethodSpec method, String field)
            throws LuthierException {
        return SettingsReader.read(type, method.settings(), "the run", field);
    }

    /// Type of weights in products and of activations.
    public static DType compute(BasePrecision precision) {
        return switch (precision) {
            case FP32 -> DType.F32;
            case BF16 -> DType.BF16;
        };
    }
}
