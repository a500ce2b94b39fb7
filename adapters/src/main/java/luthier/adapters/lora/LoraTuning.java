package luthier.adapters.lora;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import luthier.core.catalog.Field;
import luthier.core.catalog.TuningInfo;
import luthier.core.model.Blueprint;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.tuning.ResultReader;
import luthier.core.tuning.ResultWriter;
import luthier.core.tuning.Tuning;
import luthier.core.tuning.TuningPlan;

/// LoRA (Hu et al., arXiv 2106.09685): y = W x + s · B (A x) with A and B trained, W as it is. With
/// `useRslora` the scale
/// s is alpha / √rank (Kalajdzievski, arXiv 2312.03732).
public final class LoraTuning implements Tuning<LoraSettings> {
    private static final long LARGEST_RANK = 4096;

    @Override
    public TuningInfo info() {
        LoraSettings d = LoraSettings.DEFAULTS;
        return new TuningInfo(
                "lora",
                true,
                List.of(
                        new Field.IntField("rank", d.rank(), 1, LARGEST_RANK),
                        new Field.DecimalField("alpha", d.alpha(), 1e-3, 1e6),
                        new Field.DecimalField("dropout", d.dropout(), 0, 0.99),
                        new Field.SitesField("targetModules", d.targetModules()),
                        new Field.SitesField("excludeModules", d.excludeModules()),
                        new Field.PatternField("rankPattern"),
                        new Field.PatternField("alphaPattern"),
                        new Field.BooleanField("useRslora", d.useRslora())));
    }

    @Override
    public Class<LoraSettings> settingsType() {
        return LoraSettings.class;
    }

    @Override
    public TuningPlan plan(LoraSettings settings, Blueprint model) throws LuthierException {
        List<LoraTarget> targets = TargetResolution.resolve(settings, model);
        for (LoraTarget target : targets) {
            requireFits(target);
        }
        LoraPlan plan = new LoraPlan(model);
        targets.stream()
                .collect(Collectors.groupingBy(
                        target -> new LoraPlan.Group(
                                target.site().stage(), target.site().group()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach(plan::add);
        return plan.finish(settings.dropout());
    }

    @Override
    public ResultWriter<LoraSettings> writer() {
        return new LoraWriter();
    }

    @Override
    public ResultReader<LoraSettings> reader() {
        return new LoraReader();
    }

    /// A larger rank than the matrix has would train numbers that cannot add anything.
    private static void requireFits(LoraTarget target) throws LuthierException {
        long largest = Math.min(target.site().input(), target.site().output());
        if (target.rank() > largest) {
            throw new LuthierException(new Failure.InvalidSpec(
                    "tuning lora",
                    "tuning.rank",
                    "is " + target.rank() + " for " + target.site().module() + ", whose matrix has the rank " + largest
                            + " at most; choose less, or give it its own rank in rankPattern"));
        }
    }
}
