package luthier.adapters.lora;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import luthier.adapters.peft.ModuleNames;
import luthier.core.model.Blueprint;
import luthier.core.model.Site;
import luthier.core.model.Slot;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Which modules of a model the settings mean, by PEFT's rules: exclusions first, then names, a regular
/// expression or `all-linear`, then each module's own rank and alpha.
public final class TargetResolution {
    private static final int NAMES_SHOWN = 10;
    private static final String FIELD = "tuning.targetModules";

    private TargetResolution() {}

    /// The targets by stage, group and part.
    ///
    /// @throws LuthierException with an `InvalidSpec` when nothing matches, or something that is not linear does
    public static List<LoraTarget> resolve(LoraSettings settings, Blueprint model) throws LuthierException {
        refuseOthers(settings, model);
        List<Site> sites = model.sites().stream()
                .filter(site -> ModuleNames.select(
                        settings.targetModules(), settings.excludeModules(), site.module(), site.outputHead()))
                .sorted(Comparator.comparingInt(Site::stage))
                .toList();
        if (sites.isEmpty()) {
            throw invalid(nothingMatched(settings, model));
        }
        return sites.stream().map(site -> target(settings, site)).toList();
    }

    /// What the patterns give a module.
    public static LoraTarget target(LoraSettings settings, Site site) {
        int rank = ModuleNames.first(settings.rankPattern(), site.module(), settings.rank());
        double alpha = ModuleNames.first(settings.alphaPattern(), site.module(), settings.alpha());
        return new LoraTarget(site, rank, alpha, settings.scale(rank, alpha));
    }

    /// A name that means an embedding or a norm would be left out in silence otherwise.
    private static void refuseOthers(LoraSettings settings, Blueprint model) throws LuthierException {
        if (ModuleNames.isAllLinear(settings.targetModules())) {
            return;
        }
        List<String> linear = model.sites().stream().map(Site::module).toList();
        for (Slot slot : model.distinctSlots()) {
            for (Slot.Part part : slot.parts()) {
                String module =
                        part.tensor().substring(0, Math.max(0, part.tensor().lastIndexOf('.')));
                if (!linear.contains(module)
                        && !ModuleNames.match(settings.excludeModules(), module)
                        && ModuleNames.match(settings.targetModules(), module)) {
                    String kind = slot.role() == Slot.Role.EMBEDDING ? "an embedding" : "not a linear module";
                    throw invalid("means " + module + ", which is " + kind
                            + "; name linear modules only, or exclude it with excludeModules");
                }
            }
        }
    }

    private static String nothingMatched(LoraSettings settings, Blueprint model) {
        String names = String.join(", ", suffixes(model).limit(NAMES_SHOWN).toList());
        String exclusions = settings.excludeModules().isEmpty()
                ? ""
                : " outside excludeModules " + String.join(", ", settings.excludeModules());
        return "matches no module of this model: " + String.join(", ", settings.targetModules()) + exclusions
                + "; there are " + names;
    }

    private static Stream<String> suffixes(Blueprint model) {
        return model.sites().stream()
                .map(site -> site.module().substring(site.module().lastIndexOf('.') + 1))
                .distinct();
    }

    private static LuthierException invalid(String problem) {
        return new LuthierException(new Failure.InvalidSpec("tuning lora", FIELD, problem));
    }
}
