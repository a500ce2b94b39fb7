package luthier.adapters.lora;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import luthier.adapters.peft.ModuleNames;
import luthier.adapters.peft.PeftConfig;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;

/// Settings as a PEFT configuration that gives every module the same rank and alpha there.
final class PeftTerms {
    /// From this many modules on PEFT writes their last names where these say the same.
    private static final int LONG_LIST = 20;

    private PeftTerms() {}

    static PeftConfig of(LoraSettings settings, Blueprint model, String base) throws LuthierException {
        List<LoraTarget> targets = TargetResolution.resolve(settings, model);
        boolean all = ModuleNames.isAllLinear(settings.targetModules());
        return new PeftConfig(
                base,
                settings.rank(),
                settings.alpha(),
                settings.dropout(),
                all ? names(targets, settings, model) : settings.targetModules(),
                settings.excludeModules(),
                sortable(settings.rankPattern(), settings.rank(), targets, LoraTarget::rank),
                sortable(settings.alphaPattern(), settings.alpha(), targets, LoraTarget::alpha),
                settings.useRslora());
    }

    /// `all-linear` becomes the modules it stood for.
    private static List<String> names(List<LoraTarget> targets, LoraSettings settings, Blueprint model) {
        List<String> paths =
                targets.stream().map(target -> target.site().module()).toList();
        List<String> lastNames = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .distinct()
                .toList();
        long meant = model.sites().stream()
                .filter(site ->
                        ModuleNames.select(lastNames, settings.excludeModules(), site.module(), site.outputHead()))
                .count();
        return paths.size() >= LONG_LIST && meant == paths.size() ? lastNames : paths;
    }

    /// PEFT sorts the keys of its file and takes the first that matches; where the order given here says
    /// otherwise, each
    /// module gets an entry of its own.
    private static <V> Map<String, V> sortable(
            Map<String, V> patterns, V otherwise, List<LoraTarget> targets, Function<LoraTarget, V> value) {
        Map<String, V> sorted = new TreeMap<>(patterns);
        boolean same = targets.stream()
                .allMatch(target -> ModuleNames.first(sorted, target.site().module(), otherwise)
                        .equals(value.apply(target)));
        if (same) {
            return sorted;
        }
        Map<String, V> own = new TreeMap<>();
        targets.forEach(target -> own.put(target.site().module(), value.apply(target)));
        return own;
    }
}
