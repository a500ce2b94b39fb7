package luthier.app;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import luthier.app.fx.FxDialogs;
import luthier.app.fx.Look;
import luthier.app.i18n.Messages;
import luthier.app.preferences.Preferences;
import luthier.app.preferences.PreferencesModel;
import luthier.app.preferences.WindowPlace;
import org.jspecify.annotations.Nullable;

/// The window's life: opened where it was, closed at any time. Runs go on without it.
public final class LuthierWindow extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final long WRITING_SECONDS = 3;

    private final ExecutorService files =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    @Override
    public void start(Stage stage) {
        WindowWiring wiring = WindowWiring.ofThisProgram(files);
        PreferencesModel preferences = wiring.preferences();
        Messages.speak(language(preferences.current().get().language()));
        Look look = wiring.open(
                preferences,
                new FxDialogs(stage),
                folder -> getHostServices().showDocument(folder.toUri().toString()),
                WIDTH,
                HEIGHT);
        stage.setScene(look.scene());
        stage.setTitle(Messages.of("program.name"));
        stage.setMinWidth(800);
        stage.setMinHeight(600);
        place(stage, preferences.current().get().window());
        stage.setOnHiding(_ -> preferences.change(before -> before.withWindow(new WindowPlace(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()))));
        stage.show();
    }

    @Override
    public void stop() throws InterruptedException {
        files.shutdown();
        // what was changed last is on the disk before the program ends
        files.awaitTermination(WRITING_SECONDS, TimeUnit.SECONDS);
    }

    private static Locale language(String tag) {
        return tag.equals(Preferences.SYSTEM_LANGUAGE) ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }

    // A place on a screen that is gone would hide the window.
    private static void place(Stage stage, @Nullable WindowPlace place) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (place == null
                || Screen.getScreensForRectangle(place.x(), place.y(), 1, 1).isEmpty()) {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
            return;
        }
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }
}
