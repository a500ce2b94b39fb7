package luthier.app.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The typefaces, loaded from the jars they come in: Inter for words, Roboto for figures that change (its digits are
/// of one width), JetBrains Mono for commands and logs.
public final class Fonts {
    private static final String ROOT = "com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "roboto/Roboto-Regular.ttf",
            "roboto/Roboto-Medium.ttf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf");
    private static final double ANY_SIZE = 13;

    private Fonts() {}

    /// Where one is missing the system's own is taken.
    public static void load() {
        for (String file : FILES) {
            try (InputStream stream = ClassLoader.getSystemResourceAsStream(ROOT + file)) {
                if (stream != null) {
                    Font.loadFont(stream, ANY_SIZE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("a font cannot be read: " + file, e);
            }
        }
    }
}
