package luthier.app.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.app.fx.ThemeChoice;
import org.jspecify.annotations.Nullable;

/// Everything the window remembers.
///
/// @param scalePercent size of text and everything else, 100 to 200
/// @param language `system`, or a language tag
/// @param window null until the window was closed once
/// @param recent the newest first
public record Preferences(
        ThemeChoice theme,
        int scalePercent,
        String language,
        @Nullable WindowPlace window,
        List<RecentProject> recent) {
    public static final int SMALLEST_SCALE = 100;
    public static final int LARGEST_SCALE = 200;
    public static final String SYSTEM_LANGUAGE = "system";
    public static final Preferences DEFAULTS =
            new Preferences(ThemeChoice.SYSTEM, SMALLEST_SCALE, SYSTEM_LANGUAGE, null, List.of());

    private static final int MOST_RECENT = 12;

    public Preferences {
        scalePercent = Math.clamp(scalePercent, SMALLEST_SCALE, LARGEST_SCALE);
        recent = List.copyOf(recent);
    }

    public Preferences withTheme(ThemeChoice changed) {
        return new Preferences(changed, scalePercent, language, window, recent);
    }

    public Preferences withScale(int percent) {
        return new Preferences(theme, percent, language, window, recent);
    }

    public Preferences withLanguage(String changed) {
        return new Preferences(theme, scalePercent, changed, window, recent);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(theme, scalePercent, language, place, recent);
    }

    /// The project becomes the newest.
    public Preferences withProject(RecentProject project) {
        List<RecentProject> changed = new ArrayList<>(without(project.file()));
        changed.addFirst(project);
        return new Preferences(
                theme, scalePercent, language, window, changed.subList(0, Math.min(MOST_RECENT, changed.size())));
    }

    public Preferences withoutProject(Path file) {
        return new Preferences(theme, scalePercent, language, window, without(file));
    }

    private List<RecentProject> without(Path file) {
        return recent.stream().filter(each -> !each.file().equals(file)).toList();
    }
}
