package luthier.adapters.peft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import luthier.core.run.InvalidField;

/// A list of module names, or one regular expression, as PEFT reads `target_modules` and `exclude_modules`.
public final class ModuleNames {
    /// Every linear module but the output head.
    public static final String ALL_LINEAR = "all-linear";

    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_.-]+");

    private ModuleNames() {}

    public static boolean isAllLinear(List<String> names) {
        return names.size() == 1 && names.getFirst().toLowerCase(Locale.ROOT).equals(ALL_LINEAR);
    }

    /// Whether the list is PEFT's text form: one entry with characters that no module name has.
    public static boolean isPattern(List<String> names) {
        return names.size() == 1 && !isPlain(names.getFirst());
    }

    /// PEFT's order: what is excluded is never a target.
    ///
    /// @param outputHead whether the module makes the logits; `all-linear` leaves it out
    public static boolean select(List<String> targets, List<String> excluded, String module, boolean outputHead) {
        if (match(excluded, module)) {
            return false;
        }
        return isAllLinear(targets) ? !outputHead : match(targets, module);
    }

    /// The value of the first pattern that fits the end of the module's path.
    public static <V> V first(Map<String, V> patterns, String module, V otherwise) {
        for (Map.Entry<String, V> entry : patterns.entrySet()) {
            if (Pattern.matches("(.*\\.)?(" + entry.getKey() + ")", module)) {
                return entry.getValue();
            }
        }
        return otherwise;
    }

    public static boolean match(List<String> names, String module) {
        if (isPattern(names)) {
            return Pattern.matches(names.getFirst(), module);
        }
        return names.stream().anyMatch(name -> module.equals(name) || module.endsWith("." + name));
    }

    /// @throws InvalidField when an entry is neither a name nor a regular expression, or a form does not stand
    ///     alone
    public static void check(List<String> names, String field) {
        for (String name : names) {
            if (!isPlain(name)) {
                compile(name, field);
                if (names.size() > 1) {
                    throw new InvalidField(
                            field, "must be names, or one regular expression alone; `" + name + "` is no plain name");
                }
            } else if (names.size() > 1 && name.toLowerCase(Locale.ROOT).equals(ALL_LINEAR)) {
                throw new InvalidField(field, "must be `all-linear` alone, or names without it");
            }
        }
    }

    /// @throws InvalidField when the text is no regular expression
    public static void compile(String pattern, String field) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new InvalidField(
                    field,
                    "must be names or a regular expression; `" + pattern + "` is neither: " + e.getDescription());
        }
        if (pattern.isBlank()) {
            throw new InvalidField(field, "must not hold an empty name");
        }
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }
}
