package luthier.app;

import java.util.Map;

/// Whether there is a screen to open a window on.
final class Display {
    private static final String HEADLESS_PLATFORM = "Headless";

    private Display() {}

    static boolean present() {
        return present(System.getProperty("os.name", ""), System.getenv(), System.getProperty("glass.platform", ""));
    }

    // JavaFX on Linux speaks to X; a Wayland desktop offers that as well.
    static boolean present(String system, Map<String, String> environment, String platform) {
        return !system.startsWith("Linux")
                || platform.equals(HEADLESS_PLATFORM)
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
