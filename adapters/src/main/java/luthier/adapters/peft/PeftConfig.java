package luthier.adapters.peft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an `adapter_config.json` says of a LoRA adapter, as far as Luthier takes part in it.
///
/// @param base name or path of the model it was made for, a hint only; null when the file does not say
/// @param targetModules names, or one regular expression (see [ModuleNames])
/// @param rankPattern in the file's order, the first that matches counts
public record PeftConfig(
        @Nullable String base,
        int rank,
        double alpha,
        double dropout,
        List<String> targetModules,
        List<String> excludeModules,
        Map<String, Integer> rankPattern,
        Map<String, Double> alphaPattern,
        boolean useRslora) {
    public PeftConfig {
        targetModules = List.copyOf(targetModules);
        excludeModules = List.copyOf(excludeModules);
        rankPattern = Collections.unmodifiableMap(new LinkedHashMap<>(rankPattern));
        alphaPattern = Collections.unmodifiableMap(new LinkedHashMap<>(alphaPattern));
    }

    /// The rank a module has by the configuration.
    public int rankOf(String module) {
        return ModuleNames.first(rankPattern, module, rank);
    }

    /// Factor of a module's product, for the rank it really has.
    public double scaleOf(String module, int ownRank) {
        return ModuleNames.first(alphaPattern, module, alpha) / (useRslora ? Math.sqrt(ownRank) : ownRank);
    }

    /// The same with other targets.
    public PeftConfig withTargets(List<String> modules) {
        return new PeftConfig(base, rank, alpha, dropout, modules, List.of(), rankPattern, alphaPattern, useRslora);
    }
}
