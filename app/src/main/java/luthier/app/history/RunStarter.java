package luthier.app.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.plan.Plan;
import luthier.app.plan.Planner;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.Runs;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// Starts a run as the command line does: planned first, refused when it does not fit; the plan stays in its folder.
public record RunStarter(Runs runs, Planner planner) {
    public ActiveRun start(RunSpec spec, Path folder) throws LuthierException {
        Plan plan = planner.plan(spec, false, _ -> {});
        if (!plan.fits()) {
            throw new LuthierException(
                    new Failure.OutOfMemory(plan.peakBytes(), plan.availableBytes(), breakdown(plan)));
        }
        ActiveRun run = runs.start(spec, folder);
        try {
            PredictedMemory.write(run.folder(), plan);
        } catch (IOException _) {
            // the run goes on; its chart of memory lacks one line, and a full disk will be told by the worker
        }
        return run;
    }

    private static List<String> breakdown(Plan plan) {
        return plan.bytes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(cause ->
                        Messages.of("memory.cause." + cause.getKey().name().toLowerCase(Locale.ROOT)) + " "
                                + Figures.bytes(cause.getValue()))
                .toList();
    }
}
