package luthier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import luthier.app.fx.Look;
import luthier.app.fx.ThemeChoice;
import luthier.app.i18n.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A picture of every page, in both themes and both sizes, under `target/screenshots`: to be looked at.
@Tag("screenshots")
class ScreenshotsTest {
    private static final Path PICTURES = Path.of(System.getProperty("luthier.screenshots", "target/screenshots"));
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void speakEnglishAgain() {
        Messages.speak(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, 800, en, 100",
        "DARK, 1280, 800, en, 100",
        "LIGHT, 1920, 1080, en, 100",
        "DARK, 1920, 1080, en, 100",
        "LIGHT, 1280, 800, de, 100",
        "DARK, 1280, 800, zh, 100",
        "LIGHT, 1920, 1080, en, 150"
    })
    void everyPageIsDrawn(ThemeChoice theme, int width, int height, String language, int scale) throws Exception {
        Messages.speak(Locale.forLanguageTag(language));
        String suffix = theme.id() + "-" + width + (language.equals("en") ? "" : "-" + language)
                + (scale == 100 ? "" : "-" + scale);
        List<Path> written = WaitForAsyncUtils.asyncFx(() -> pictures(theme, width, height, scale, suffix))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(written).hasSize(8).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    private List<Path> pictures(ThemeChoice theme, int width, int height, int scale, String suffix) throws IOException {
        TestWindow window = new TestWindow(folder);
        window.preferences.change(before -> before.withTheme(theme).withScale(scale));
        Look look = window.open(width, height);
        List<Path> written = new ArrayList<>();
        written.add(write(look, "project-start-" + suffix));
        press(look, "start.sample");
        written.add(write(look, "tune-" + suffix));
        press(look, "tune.measure");
        press(look, "tune.advanced");
        written.add(write(look, "tune-advanced-" + suffix));
        press(look, "tune.simple");
        press(look, "preset.full");
        written.add(write(look, "tune-full-" + suffix));
        press(look, "page.project");
        written.add(write(look, "project-open-" + suffix));
        press(look, "page.runs");
        written.add(write(look, "runs-" + suffix));
        press(look, "page.preferences");
        written.add(write(look, "preferences-" + suffix));
        press(look, "palette.open");
        written.add(write(look, "palette-" + suffix));
        return written;
    }

    private static void press(Look look, String key) {
        String words = Messages.of(key);
        look.scene().snapshot(null);
        for (Node node : look.scene().getRoot().lookupAll("*")) {
            if (node instanceof ButtonBase button
                    && (words.equals(button.getText()) || words.equals(button.getAccessibleText()))) {
                button.fire();
                return;
            }
        }
        throw new AssertionError("no button says " + words);
    }

    private static Path write(Look look, String name) throws IOException {
        // the second picture has the layout of what the first one's layout changed
        look.scene().snapshot(null);
        WritableImage image = look.scene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = PICTURES.resolve(name + ".png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }
}
