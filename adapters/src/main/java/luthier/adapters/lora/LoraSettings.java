package luthier.adapters.lora;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.peft.ModuleNames;
import luthier.adapters.peft.PeftConfig;
import luthier.core.run.InvalidField;
import luthier.core.run.Settings;

/// Settings of LoRA, with PEFT's meaning (its names differ: `r`, `lora_alpha`, …).
///
/// `targetModules` and `excludeModules` are PEFT's list form, names that a module path equals or ends with
/// after a dot,
/// or its text form: a single entry that is no plain name but a regular expression, which a whole path must
/// match. A single target `all-linear` stands for every linear module but the output head.
///
/// @param rank inner size of the added product
/// @param alpha the product is scaled by alpha / rank, or with `useRslora` by alpha / √rank
/// @param dropout probability on the input of the added branch
/// @param rankPattern regular expression for the end of a module path to its own rank; the first that matches
///     counts
/// @param alphaPattern the same for alpha
public record LoraSettings(
        int rank,
        double alpha,
        double dropout,
        List<String> targetModules,
        List<String> excludeModules,
        Map<String, Integer> rankPattern,
        Map<String, Double> alphaPattern,
        boolean useRslora)
        implements Settings {
    public static final LoraSettings DEFAULTS =
            new LoraSettings(8, 16, 0, List.of(ModuleNames.ALL_LINEAR), List.of(), Map.of(), Map.of(), false);

    public LoraSettings {
        require(rank >= 1, "rank", "must be 1 or more");
        require(alpha > 0 && Double.isFinite(alpha), "alpha", "must be above 0");
        require(dropout >= 0 && dropout < 1, "dropout", "must be at least 0 and below 1");
        require(!targetModules.isEmpty(), "targetModules", "must name at least one module, or `all-linear`");
        targetModules = List.copyOf(targetModules);
        excludeModules = List.copyOf(excludeModules);
        ModuleNames.check(targetModules, "tuning.targetModules");
        ModuleNames.check(excludeModules, "tuning.excludeModules");
        // The first matching pattern counts, so the order is kept.
        rankPattern = Collections.unmodifiableMap(new LinkedHashMap<>(rankPattern));
        alphaPattern = Collections.unmodifiableMap(new LinkedHashMap<>(alphaPattern));
        rankPattern.forEach((pattern, own) -> {
            ModuleNames.compile(pattern, "tuning.rankPattern");
            require(own >= 1, "rankPattern", "must give 1 or more for `" + pattern + "`");
        });
        alphaPattern.forEach((pattern, own) -> {
            ModuleNames.compile(pattern, "tuning.alphaPattern");
            require(own > 0 && Double.isFinite(own), "alphaPattern", "must give more than 0 for `" + pattern + "`");
        });
    }

    /// The settings of an adapter that was read, to train it further.
    public static LoraSettings of(PeftConfig config) {
        return new LoraSettings(
                config.rank(),
                config.alpha(),
                config.dropout(),
                config.targetModules(),
                config.excludeModules(),
                config.rankPattern(),
                config.alphaPattern(),
                config.useRslora());
    }

    /// Factor of the added product.
    public double scale(int ownRank, double ownAlpha) {
        return ownAlpha / (useRslora ? Math.sqrt(ownRank) : ownRank);
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidField("tuning." + field, rule);
        }
    }
}
