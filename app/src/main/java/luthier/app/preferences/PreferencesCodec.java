package luthier.app.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.app.fx.ThemeChoice;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Preferences as JSON. What is missing or of no use is as it was at the first start: a window that does not open
/// because of a preference would be worse.
final class PreferencesCodec {
    private PreferencesCodec() {}

    static String write(Preferences preferences) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("theme", preferences.theme().id());
        map.put("scalePercent", preferences.scalePercent());
        map.put("language", preferences.language());
        WindowPlace window = preferences.window();
        if (window != null) {
            map.put("window", window);
        }
        map.put(
                "recent",
                preferences.recent().stream()
                        .map(each -> Map.of("file", each.file().toString(), "page", each.page()))
                        .toList());
        return JsonLine.write(map) + "\n";
    }

    static Preferences read(String where, String text) throws LuthierException {
        Map<String, Object> map = JsonLine.object(where, text);
        Preferences missing = Preferences.DEFAULTS;
        return new Preferences(
                theme(map.get("theme")),
                map.get("scalePercent") instanceof Number percent ? percent.intValue() : missing.scalePercent(),
                map.get("language") instanceof String tag ? tag : missing.language(),
                window(map.get("window")),
                recent(map.get("recent")));
    }

    private static ThemeChoice theme(@Nullable Object id) {
        for (ThemeChoice theme : ThemeChoice.values()) {
            if (theme.id().equals(id)) {
                return theme;
            }
        }
        return Preferences.DEFAULTS.theme();
    }

    private static @Nullable WindowPlace window(@Nullable Object form) {
        if (form instanceof Map<?, ?> map
                && map.get("x") instanceof Number x
                && map.get("y") instanceof Number y
                && map.get("width") instanceof Number width
                && map.get("height") instanceof Number height) {
            return new WindowPlace(
                    x.doubleValue(),
                    y.doubleValue(),
                    width.doubleValue(),
                    height.doubleValue(),
                    Boolean.TRUE.equals(map.get("maximized")));
        }
        return null;
    }

    private static List<RecentProject> recent(@Nullable Object form) {
        List<RecentProject> recent = new ArrayList<>();
        if (form instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map && map.get("file") instanceof String file) {
                    recent.add(new RecentProject(
                            Path.of(file), map.get("page") instanceof String page ? page : "project"));
                }
            }
        }
        return recent;
    }
}
