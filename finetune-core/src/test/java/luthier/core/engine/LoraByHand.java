package luthier.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import luthier.core.fixture.Golden;
import luthier.core.model.Blueprint;
import luthier.core.model.Site;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Constant;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Injection;
import luthier.core.tuning.TuningPlan.Piece;
import luthier.core.tuning.TuningPlan.Trained;

/// The plan that a saved PEFT adapter asks for, put together from its tensors alone. The engine's tests use
/// it, because
/// this module does not know the LoRA tuning.
final class LoraByHand {
    private final List<Trained> trained = new ArrayList<>();
    private final List<Injection> injections = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();

    private LoraByHand() {}

    static String name(String module, String matrix) {
        return "base_model.model." + module + "." + matrix + ".weight";
    }

    /// @param scale of a module by its path
    static TuningPlan plan(Blueprint model, Golden adapter, ToDoubleFunction<String> scale, double dropout) {
        return plan(model, site -> rank(site, adapter), scale, dropout);
    }

    private static int rank(Site site, Golden adapter) {
        String a = name(site.module(), "lora_A");
        return adapter.has(a) ? adapter.floats(a).length / (int) site.input() : 0;
    }

    /// @param rank of a module, 0 where it has no branch
    /// @param scale of a module by its path
    static TuningPlan plan(Blueprint model, ToIntFunction<Site> rank, ToDoubleFunction<String> scale, double dropout) {
        LoraByHand plan = new LoraByHand();
        Map<String, List<Site>> groups = new LinkedHashMap<>();
        for (Site site : model.sites()) {
            if (rank.applyAsInt(site) > 0) {
                groups.computeIfAbsent(site.stage() + "." + site.group(), key -> new ArrayList<>())
                        .add(site);
            }
        }
        groups.values().forEach(sites -> plan.add(model, sites, rank, scale));
        return new TuningPlan(plan.trained, plan.injections, plan.constants, dropout);
    }

    private void add(Blueprint model, List<Site> sites, ToIntFunction<Site> ranks, ToDoubleFunction<String> scale) {
        List<Piece> down = new ArrayList<>();
        List<Piece> up = new ArrayList<>();
        List<List<Double>> parts = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        Site first = sites.getFirst();
        String group = first.group();
        int row = 0;
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            String a = name(site.module(), "lora_A");
            String b = name(site.module(), "lora_B");
            int rank = ranks.applyAsInt(site);
            double s = scale.applyAsDouble(site.module());
            trained.add(new Trained(a, site.stage(), group + ".a." + i, rank, site.input(), new Initial.Zero(), true));
            trained.add(new Trained(b, site.stage(), group + ".b." + i, site.output(), rank, new Initial.Zero(), true));
            down.add(new Piece(a, row, 0, s));
            up.add(new Piece(b, site.row(), row, 1));
            parts.add(List.of((double) row, (double) rank, (double) site.row(), (double) site.output()));
            scales.add(s);
            row += rank;
        }
        long outputs = model.stages().get(first.stage()).slots().stream()
                .filter(slot -> slot.key().equals(group + ".w"))
                .findFirst()
                .orElseThrow()
                .rows();
        injections.add(new Injection(first.stage(), group + ".a", row, first.input(), down));
        injections.add(new Injection(first.stage(), group + ".b", outputs, row, up));
        constants.add(new Constant(first.stage(), group + ".parts", false, parts));
        constants.add(new Constant(first.stage(), group + ".scales", true, List.of(scales)));
    }

    /// Gives the trained tensors the adapter's values.
    static void fill(LoadedModel model, Golden adapter) {
        for (Trained number : model.plan().trained()) {
            try (luthier.core.engine.kernel.Tensor values =
                    model.kernels().ofFloats(luthier.core.run.MemoryCause.WORKSPACE, adapter.floats(number.name()))) {
                try (luthier.core.engine.kernel.Tensor shaped = model.kernels().window(values, 0, number.shape())) {
                    model.kernels()
                            .call("copy_rows")
                            .with(model.trained().value(number.name()))
                            .with(shaped)
                            .with(0L)
                            .run();
                }
            }
        }
        model.refresh();
    }
}
