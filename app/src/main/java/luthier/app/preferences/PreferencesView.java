package luthier.app.preferences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import luthier.app.fx.Segments;
import luthier.app.fx.ThemeChoice;
import luthier.app.fx.Views;
import luthier.app.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Theme, size and language.
public final class PreferencesView {
    private static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);
    private static final List<String> LANGUAGES = List.of(Preferences.SYSTEM_LANGUAGE, "en", "de", "zh");

    private final Parent node;
    private final Segments theme;
    private final Segments scale;
    private final Segments language;

    @FXML
    private VBox themePlace;

    @FXML
    private VBox scalePlace;

    @FXML
    private VBox languagePlace;

    @FXML
    private Label problem;

    @FXML
    private Label about;

    public PreferencesView(PreferencesModel model) {
        this.node = Views.load(this);
        Map<String, String> themes = new LinkedHashMap<>();
        for (ThemeChoice each : ThemeChoice.values()) {
            themes.put(each.id(), Messages.of("theme." + each.id()));
        }
        theme = new Segments(
                themes,
                id -> model.change(before -> before.withTheme(ThemeChoice.valueOf(id.toUpperCase(Locale.ROOT)))));
        Map<String, String> scales = new LinkedHashMap<>();
        SCALES.forEach(percent -> scales.put(percent.toString(), percent + " %"));
        scale = new Segments(scales, id -> model.change(before -> before.withScale(Integer.parseInt(id))));
        Map<String, String> languages = new LinkedHashMap<>();
        LANGUAGES.forEach(tag -> languages.put(tag, Messages.of("language." + tag)));
        language = new Segments(languages, tag -> model.change(before -> before.withLanguage(tag)));
        themePlace.getChildren().add(1, theme);
        scalePlace.getChildren().add(1, scale);
        languagePlace.getChildren().add(1, language);
        problem.textProperty().bind(model.problem());
        about.setText(Messages.of("preferences.about.text", Runtime.version()));
        model.current().subscribe(this::follow);
    }

    public Parent node() {
        return node;
    }

    private void follow(@Nullable Preferences current) {
        if (current != null) {
            theme.setChosen(current.theme().id());
            scale.setChosen(Integer.toString(current.scalePercent()));
            language.setChosen(current.language());
        }
    }
}
