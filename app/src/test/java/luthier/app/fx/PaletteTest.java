package luthier.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import luthier.ui.UiResources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    private static final Pattern TOKEN = Pattern.compile("-lu-([\\w-]+): (#[0-9A-F]{6});");
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void canvasesAndStyleSheetsHaveTheSameColours(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        Palette palette = theme.equals("light") ? Palette.LIGHT : Palette.DARK;
        assertThat(palette.background()).isEqualTo(tokens.get("bg"));
        assertThat(palette.surface()).isEqualTo(tokens.get("surface"));
        assertThat(palette.sunken()).isEqualTo(tokens.get("sunken"));
        assertThat(palette.hover()).isEqualTo(tokens.get("hover"));
        assertThat(palette.border()).isEqualTo(tokens.get("border"));
        assertThat(palette.borderStrong()).isEqualTo(tokens.get("border-strong"));
        assertThat(palette.grid()).isEqualTo(tokens.get("grid"));
        assertThat(palette.text()).isEqualTo(tokens.get("text"));
        assertThat(palette.accent()).isEqualTo(tokens.get("accent"));
        assertThat(palette.accentForeground()).isEqualTo(tokens.get("accent-fg"));
        assertThat(palette.danger()).isEqualTo(tokens.get("danger"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textCanBeReadOnEveryGround(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String ground : List.of("bg", "surface", "sunken", "accent-subtle")) {
            for (String text : List.of("text", "muted", "subtle", "accent-fg")) {
                assertThat(contrast(tokens, text, ground))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(READABLE);
            }
        }
        for (String tone : List.of("success", "warning", "danger")) {
            assertThat(contrast(tokens, tone, tone + "-subtle")).as(tone).isGreaterThanOrEqualTo(READABLE);
        }
        assertThat(contrast(tokens, "on-accent", "accent")).isGreaterThanOrEqualTo(READABLE);
    }

    private static Map<String, Color> tokens(String theme) throws IOException {
        Map<String, Color> tokens = new TreeMap<>();
        try (InputStream stream = UiResources.styles(theme).openStream()) {
            Matcher token = TOKEN.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            while (token.find()) {
                tokens.put(token.group(1), Color.web(token.group(2)));
            }
        }
        return tokens;
    }

    // WCAG 2.2, relative luminance
    private static double contrast(Map<String, Color> tokens, String text, String ground) {
        double a = luminance(tokens.getOrDefault(text, Color.TRANSPARENT));
        double b = luminance(tokens.getOrDefault(ground, Color.TRANSPARENT));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
