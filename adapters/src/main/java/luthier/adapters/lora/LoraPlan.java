package luthier.adapters.lora;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import luthier.core.model.Blueprint;
import luthier.core.model.Slot;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Constant;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Injection;
import luthier.core.tuning.TuningPlan.Piece;
import luthier.core.tuning.TuningPlan.Trained;

/// Gathers a plan group by group. The kernels see one A for all projections of a group, the scaled pieces
/// below each other, and one B that is block-diagonal; the tables say which rows belong to which projection.
final class LoraPlan {
    private final Blueprint model;
    private final List<Trained> trained = new ArrayList<>();
    private final List<Injection> injections = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();

    LoraPlan(Blueprint model) {
        this.model = model;
    }

    /// Projections that are one product in the kernels.
    record Group(int stage, String name) {}

    void add(Group group, List<LoraTarget> members) {
        List<LoraTarget> targets = members.stream()
                .sorted(Comparator.comparingInt(target -> target.site().part()))
                .toList();
        List<Piece> down = new ArrayList<>();
        List<Piece> up = new ArrayList<>();
        List<List<Double>> parts = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        long rankRow = 0;
        for (int i = 0; i < targets.size(); i++) {
            LoraTarget target = targets.get(i);
            train(group, target, i);
            down.add(new Piece(target.downName(), rankRow, 0, target.scale()));
            up.add(new Piece(target.upName(), target.site().row(), rankRow, 1));
            parts.add(row(
                    rankRow, target.rank(), target.site().row(), target.site().output()));
            scales.add(target.scale());
            rankRow += target.rank();
        }
        long inputs = targets.getFirst().site().input();
        injections.add(new Injection(group.stage(), group.name() + ".a", rankRow, inputs, down));
        injections.add(new Injection(group.stage(), group.name() + ".b", outputs(group), rankRow, up));
        constants.add(new Constant(group.stage(), group.name() + ".parts", false, parts));
        constants.add(new Constant(group.stage(), group.name() + ".scales", true, List.of(scales)));
    }

    TuningPlan finish(double dropout) {
        return new TuningPlan(trained, injections, constants, dropout);
    }

    /// A within ±1/√in (PyTorch's Kaiming start with a = √5), B zero, so that the branch adds nothing at first.
    private void train(Group group, LoraTarget target, int index) {
        long inputs = target.site().input();
        trained.add(new Trained(
                target.downName(),
                group.stage(),
                group.name() + ".a." + index,
                target.rank(),
                inputs,
                new Initial.Uniform(1 / Math.sqrt(inputs)),
                true));
        trained.add(new Trained(
                target.upName(),
                group.stage(),
                group.name() + ".b." + index,
                target.site().output(),
                target.rank(),
                new Initial.Zero(),
                true));
    }

    private long outputs(Group group) {
        String key = group.name() + ".w";
        return model.stages().get(group.stage()).slots().stream()
                .filter(slot -> slot.key().equals(key))
                .mapToLong(Slot::rows)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("stage " + group.stage() + " has no slot " + key));
    }

    private static List<Double> row(long... values) {
        List<Double> row = new ArrayList<>();
        for (long value : values) {
            row.add((double) value);
        }
        return row;
    }
}
