package luthier.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import luthier.ui.UiResources;

/// How a window looks: theme and scale. There is one for each scene.
public final class Look {
    private static final double BASE_SIZE = 13;

    private final Scene scene;
    private final ScaledPane pane;
    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);
    private ThemeChoice theme = ThemeChoice.LIGHT;
    private int percent = 100;

    private Look(Scene scene, ScaledPane pane) {
        this.scene = scene;
        this.pane = pane;
    }

    /// An empty scene with the house's styles.
    public static Look of(double width, double height) {
        Fonts.load();
        ScaledPane pane = new ScaledPane();
        Look look = new Look(new Scene(pane, width, height), pane);
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> look.set(look.theme));
        return look;
    }

    public void show(Parent view) {
        pane.setContent(view);
    }

    public Scene scene() {
        return scene;
    }

    /// The colours for canvases; changes with the theme.
    public ReadOnlyObjectProperty<Palette> palette() {
        return palette.getReadOnlyProperty();
    }

    public boolean dark() {
        return palette.get() == Palette.DARK;
    }

    public void set(ThemeChoice choice) {
        theme = choice;
        boolean dark = switch (choice) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        palette.set(dark ? Palette.DARK : Palette.LIGHT);
        style();
    }

    /// @param scale 100 is the usual size
    public void scale(int scale) {
        percent = scale;
        pane.setFactor(scale / 100.0);
        style();
    }

    // The tokens are a sheet of their own, for what pops up stands in windows of its own, which get the scene's sheets
    // but neither its root's state nor its scale.
    private void style() {
        String size = String.format(Locale.ROOT, "%.1fpx", BASE_SIZE * percent / 100);
        scene.getStylesheets()
                .setAll(
                        UiResources.styles(dark() ? "dark" : "light").toExternalForm(),
                        UiResources.styles("luthier").toExternalForm(),
                        UiResources.styles("charts").toExternalForm(),
                        UiResources.styles("runs").toExternalForm(),
                        "data:text/css,.context-menu,.tooltip,.combo-box-popup{-fx-font-size:" + size + ";}");
    }
}
