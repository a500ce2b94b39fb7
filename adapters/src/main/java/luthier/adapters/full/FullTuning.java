package luthier.adapters.full;

import java.util.ArrayList;
import java.util.List;
import luthier.core.catalog.TuningInfo;
import luthier.core.model.Blueprint;
import luthier.core.model.Slot;
import luthier.core.model.StageSpec;
import luthier.core.tuning.ResultWriter;
import luthier.core.tuning.Tuning;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Trained;

/// Every number of the model is trained; a matrix that embedding and head share is trained once.
public final class FullTuning implements Tuning<FullSettings> {
    @Override
    public TuningInfo info() {
        return new TuningInfo("full", false, List.of());
    }

    @Override
    public Class<FullSettings> settingsType() {
        return FullSettings.class;
    }

    @Override
    public TuningPlan plan(FullSettings settings, Blueprint model) {
        List<Trained> trained = new ArrayList<>();
        for (int i = 0; i < model.stages().size(); i++) {
            StageSpec stage = model.stages().get(i);
            for (Slot slot : stage.slots()) {
                if (!model.isTiedHead(stage, slot)) {
                    trained.add(trained(i, stage, slot));
                }
            }
        }
        return new TuningPlan(trained, List.of(), List.of(), 0);
    }

    @Override
    public ResultWriter<FullSettings> writer() {
        return new FullWriter();
    }

    private static Trained trained(int index, StageSpec stage, Slot slot) {
        boolean decay = switch (slot.role()) {
            case LINEAR, EMBEDDING -> true;
            case BIAS, NORM -> false;
        };
        return new Trained(
                stage.name().replace(' ', '.') + "." + slot.key(),
                index,
                slot.key(),
                slot.rows(),
                slot.columns(),
                new Initial.Base(),
                decay);
    }
}
