package luthier.app;

import java.util.List;
import luthier.app.fx.Look;
import luthier.app.fx.ThemeChoice;
import luthier.app.preferences.Preferences;
import luthier.app.preferences.PreferencesModel;
import luthier.app.shell.Action;

/// What changes how the window looks.
record LookActions(PreferencesModel preferences, Look look) {
    private static final int STEP_PERCENT = 10;

    List<Action> actions() {
        return List.of(
                Action.always("theme", "", this::toggleTheme),
                Action.always("theme.system", "", () -> theme(ThemeChoice.SYSTEM)),
                Action.always("larger", "Shortcut+Equals", () -> scale(STEP_PERCENT)),
                Action.always("smaller", "Shortcut+Minus", () -> scale(-STEP_PERCENT)),
                Action.always(
                        "usualSize",
                        "Shortcut+0",
                        () -> preferences.change(before -> before.withScale(Preferences.SMALLEST_SCALE))));
    }

    void toggleTheme() {
        theme(look.dark() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    private void theme(ThemeChoice choice) {
        preferences.change(before -> before.withTheme(choice));
    }

    private void scale(int change) {
        preferences.change(before -> before.withScale(before.scalePercent() + change));
    }
}
