package luthier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
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
    private static final double WINDOW = 800;
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
        TestWindow window = new TestWindow(folder);
        window.preferences.change(before -> before.withTheme(theme).withScale(scale));
        Parent content = onWindowThread(() -> shown(window.open(WINDOW, WINDOW), width, height));
        List<String> visits = List.of(
                "project-start", "",
                "tune", "start.sample",
                "tune-measured", "tune.measure",
                "tune-advanced", "tune.advanced",
                "tune-full", "preset.full",
                "project-open", "page.project",
                "runs", "page.runs",
                "compare", "page.compare",
                "preferences", "page.preferences",
                "palette", "palette.open");
        for (int i = 0; i < visits.size(); i += 2) {
            String key = visits.get(i + 1);
            if (!key.isEmpty()) {
                onWindowThread(() -> press(content, Messages.of(key)));
            }
            String name = visits.get(i) + "-" + suffix;
            Path file = onWindowThread(() -> write(content, name));
            assertThat(file).isNotEmptyFile();
        }
    }

    private static <T> T onWindowThread(Callable<T> task) throws Exception {
        T done = WaitForAsyncUtils.asyncFx(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        return done;
    }

    // Only what stands in a window is laid out and painted anew at each change; the headless screen is smaller than
    // the pictures, so that the window shows a part of them.
    private static Parent shown(Look look, int width, int height) {
        Parent content = look.scene().getRoot();
        Pane host = new Pane();
        look.scene().setRoot(host);
        host.getChildren().add(content);
        content.setManaged(false);
        content.setStyle("-fx-background-color: -lu-bg;");
        content.resize(width, height);
        Stage stage = new Stage();
        stage.setScene(look.scene());
        stage.setWidth(WINDOW);
        stage.setHeight(WINDOW);
        stage.show();
        return content;
    }

    private static String press(Parent content, String words) {
        for (Node node : content.lookupAll("*")) {
            if (node instanceof ButtonBase button
                    && (words.equals(button.getText()) || words.equals(button.getAccessibleText()))) {
                button.fire();
                return words;
            }
        }
        throw new AssertionError("no button says " + words);
    }

    private static Path write(Parent content, String name) throws IOException {
        WritableImage image = content.snapshot(null, null);
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
