package luthier.adapters.peft;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How an adapter names its base.
public final class BaseReference {
    private static final Pattern CACHE = Pattern.compile(".*/models--([^/]+?)--([^/]+)/snapshots/[^/]+");

    private BaseReference() {}

    /// The hub's name where the base lies in the hub's cache, which has it in its path; else the path from the
    /// adapter's folder, so that both can be moved together; the whole path where there is none between them
    /// (Windows drives).
    public static String of(Path base, Path adapter) {
        Path from = adapter.toAbsolutePath().normalize();
        Path target = base.toAbsolutePath().normalize();
        Matcher cached = CACHE.matcher(slashes(target));
        if (cached.matches()) {
            return cached.group(1) + "/" + cached.group(2);
        }
        boolean sameRoot = target.getRoot().equals(from.getRoot());
        return slashes(sameRoot ? from.relativize(target) : target);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
