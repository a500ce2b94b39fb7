package luthier.core.engine;

import java.util.Locale;
import luthier.core.data.DatasetReader;
import luthier.core.data.batch.Batch;
import luthier.core.data.prepare.ModelText;
import luthier.core.data.prepare.RunData;
import luthier.core.engine.plan.MemoryPlan;
import luthier.core.engine.plan.MemoryPlanner;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.run.RunSpec;

/// A run with everything read and checked but nothing loaded.
///
/// @param steps optimiser steps of the whole run
public record PreparedRun(RunSpec spec, PreparedModel model, Method method, RunData data, long steps) {

    /// @throws LuthierException when the model, the data or the settings do not do
    public static PreparedRun of(RunSpec spec, Extensions extensions) throws LuthierException {
        PreparedModel model = PreparedModel.open(spec.model(), spec.training().fromScratch(), extensions);
        Method method = Method.of(spec, model.blueprint(), extensions);
        if (spec.data().maxLength() > model.blueprint().maxPositions()) {
            throw new LuthierException(new Failure.InvalidSpec(
                    "the run",
                    "data.maxLength",
                    String.format(
                            Locale.ROOT,
                            "is %d, but the model has only %d positions",
                            spec.data().maxLength(),
                            model.blueprint().maxPositions())));
        }
        try (ModelText text = ModelText.open(model.folder())) {
            RunData data = RunData.of(spec, text, new DatasetReader(extensions.formats()));
            long steps = data.training()
                    .plan()
                    .steps(spec.training().epochs(), spec.training().maxSteps());
            return new PreparedRun(spec, model, method, data, steps);
        }
    }

    /// What the run will hold on this machine, from now on, at its longest batch.
    MemoryPlan memory() {
        return memory(ProcessMemory.residentBytes());
    }

    /// The same for a worker that is not this process.
    ///
    /// @param runtimeBytes resident size of that worker before the model is loaded
    public MemoryPlan memory(long runtimeBytes) {
        Batch longest = data.training().longest();
        MemoryPlanner.Types types = new MemoryPlanner.Types(
                method.compute(), method.held(), method.rule().states().size(), method.cause() == MemoryCause.ADAPTERS);
        // What this process holds will be free again, or is part of the plan.
        long available = ProcessMemory.residentBytes() + ProcessMemory.availableBytes();
        return new MemoryPlanner(model.blueprint(), method.plan(), types, longest.rows(), longest.length())
                .plan(spec.training().activations(), runtimeBytes, available);
    }

    /// Base and added, a tied tensor once.
    public long totalParameters() {
        boolean added = method.cause() == MemoryCause.ADAPTERS;
        return model.blueprint().parameters() + (added ? method.plan().parameters() : 0);
    }
}
