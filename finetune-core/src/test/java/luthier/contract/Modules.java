package luthier.contract;

import java.util.List;
import java.util.Map;

/// Which module of ours may use which packages of the others: see the picture in ARCHITECTURE.md.
final class Modules {
    private static final Map<String, List<String>> OTHERS = Map.of(
            "luthier.core", List.of(),
            "luthier.ui", List.of(),
            "luthier.adapters", List.of("luthier.core.."),
            "luthier.datasets", List.of("luthier.core.."),
            "luthier.app",
                    List.of(
                            "luthier.ui..",
                            "luthier.core.run..",
                            "luthier.core.catalog..",
                            "luthier.core.client..",
                            "luthier.core.cuda..",
                            "luthier.core.disk.."));

    /// In a module of extensions, the packages that the others may share; all others know nothing of each other.
    private static final Map<String, List<String>> SHARED = Map.of(
            "luthier.adapters", List.of("peft", "export", "compose"),
            "luthier.datasets", List.of("source"));

    private Modules() {}

    /// Package patterns outside the module, but inside the product, that the module may use.
    static String[] others(String root) {
        List<String> others = OTHERS.get(root);
        if (others == null) {
            throw new IllegalArgumentException("Nobody has said what " + root + " may use");
        }
        return others.toArray(String[]::new);
    }

    static List<String> shared(String root) {
        return SHARED.getOrDefault(root, List.of());
    }

    static boolean holdsExtensions(String root) {
        return SHARED.containsKey(root);
    }
}
