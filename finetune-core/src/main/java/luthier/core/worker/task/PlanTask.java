package luthier.core.worker.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.batch.Batch;
import luthier.core.data.mask.Lengths;
import luthier.core.engine.DeviceChoice;
import luthier.core.engine.Extensions;
import luthier.core.engine.Measurement;
import luthier.core.engine.PreparedRun;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.plan.MemoryPlan;
import luthier.core.engine.plan.RuntimeMemory;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import luthier.core.run.RunSpec;

/// What a run will need. Without `measure` PyTorch is not even loaded.
public final class PlanTask implements WorkerTask {
    private final Extensions extensions;

    public PlanTask(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public void perform(Map<String, Object> form, TaskChannel channel) throws LuthierException {
        Request request = new Request(name(), form);
        RunSpec spec = request.spec();
        boolean measure = request.flag("measure");
        channel.send(Map.of("progress", "Reading the model and the data"));
        PreparedRun run = PreparedRun.of(spec, extensions);
        MemoryPlan plan = run.memory(RuntimeMemory.WORKER_BYTES);
        Map<String, Object> answer = answer(run, plan, plan.bytes(), plan.peakBytes());
        answer.putAll(aboutData(run));
        if (measure) {
            answer.put("measured", measured(run, plan, channel));
        }
        channel.send(answer);
    }

    private static Map<String, Object> measured(PreparedRun run, MemoryPlan plan, TaskChannel channel)
            throws LuthierException {
        if (!Boolean.getBoolean("luthier.force")) {
            plan.requireFits();
        }
        DeviceChoice device = DeviceChoice.of(run.spec().device(), DeviceChoice.Accelerators.ofPyTorch());
        channel.send(Map.of("progress", "Loading the model on " + device.id()));
        Batch longest = run.data().training().longest();
        try (Kernels kernels =
                Kernels.load(device.accelerator(), run.spec().training().threads())) {
            Measurement measurement = Measurement.of(
                    run,
                    plan,
                    kernels,
                    (step, steps) -> channel.send(Map.of(
                            "progress",
                            "Step " + step + " of " + steps + " at the longest batch, " + longest.rows() + " × "
                                    + longest.length() + " tokens")));
            return answer(run, plan, measurement.bytes(), measurement.residentPeakBytes());
        }
    }

    private static Map<String, Object> answer(
            PreparedRun run, MemoryPlan plan, Map<MemoryCause, Long> bytes, long peakBytes) {
        Map<String, Object> causes = new LinkedHashMap<>();
        for (MemoryCause cause : MemoryCause.values()) {
            causes.put(cause.name(), bytes.getOrDefault(cause, 0L));
        }
        Batch longest = run.data().training().longest();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("causes", causes);
        answer.put("runtimeBytes", bytes.getOrDefault(MemoryCause.RUNTIME, 0L));
        answer.put("peakBytes", peakBytes);
        answer.put("availableBytes", plan.availableBytes());
        answer.put("fits", peakBytes <= plan.availableBytes() * MemoryPlan.USABLE_SHARE);
        answer.put("trainableParameters", run.method().plan().parameters());
        answer.put("totalParameters", run.totalParameters());
        answer.put("longestBatch", Map.of("rows", longest.rows(), "length", longest.length()));
        answer.put("steps", run.steps());
        answer.put(
                "activations", policy(plan.keptBlocks(), run.model().blueprint().blocks()));
        answer.put("keptBlocks", plan.keptBlocks());
        return answer;
    }

    /// What the data are like, and which limit of length would do for them.
    private static Map<String, Object> aboutData(PreparedRun run) throws LuthierException {
        Lengths lengths = run.data().lengths();
        Integer longestRow = run.model().folder().longestRow();
        int limit = longestRow == null ? run.model().blueprint().maxPositions() : longestRow;
        List<String> notices = new ArrayList<>(run.data().templateNotices());
        notices.addAll(run.data().notices());
        return Map.of(
                "lengths",
                Map.of(
                        "examples", lengths.examples(),
                        "median", lengths.fitting(0.5),
                        "nearlyAll", lengths.nearlyAll(),
                        "longest", lengths.longest(),
                        "limit", run.spec().data().maxLength(),
                        "suggestedLimit", lengths.suggestedLimit(limit)),
                "notices",
                notices);
    }

    private static String policy(int keptBlocks, int blocks) {
        if (keptBlocks == 0) {
            return "recompute";
        }
        return keptBlocks == blocks ? "keep" : "mixed";
    }
}
