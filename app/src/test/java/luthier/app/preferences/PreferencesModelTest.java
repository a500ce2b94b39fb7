package luthier.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.app.fx.ThemeChoice;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesModelTest {
    @TempDir
    private Path folder;

    @Test
    void aChangeIsOnTheDiskAtOnce() throws LuthierException {
        PreferencesFile file = new PreferencesFile(folder.resolve("preferences.json"));
        model(file).change(before -> before.withTheme(ThemeChoice.DARK));
        assertThat(file.read().theme()).isEqualTo(ThemeChoice.DARK);
    }

    @Test
    void aDamagedFileIsToldAndAChangeMakesItGood() throws IOException, LuthierException {
        PreferencesFile file = new PreferencesFile(folder.resolve("preferences.json"));
        Files.writeString(file.file(), "{");
        PreferencesModel model = model(file);
        assertThat(model.problem().get()).contains("preferences.json");
        model.change(before -> before.withScale(125));
        assertThat(model.problem().get()).isEmpty();
        assertThat(file.read().scalePercent()).isEqualTo(125);
    }

    @Test
    void whatCannotBeWrittenStillHoldsForThisWindow() throws IOException {
        Path occupied = folder.resolve("file");
        Files.writeString(occupied, "");
        PreferencesModel model = model(new PreferencesFile(occupied.resolve("preferences.json")));
        model.change(before -> before.withScale(125));
        assertThat(model.current().get().scalePercent()).isEqualTo(125);
        assertThat(model.problem().get()).isNotEmpty();
    }

    @Test
    void theNewestProjectStandsFirstAndOnce() {
        PreferencesModel model = model(new PreferencesFile(folder.resolve("preferences.json")));
        for (String name : new String[] {"a", "b", "a"}) {
            model.change(before -> before.withProject(new RecentProject(Path.of("/" + name), "tune")));
        }
        assertThat(model.current().get().recent())
                .extracting(RecentProject::file)
                .containsExactly(Path.of("/a"), Path.of("/b"));
        model.change(before -> before.withoutProject(Path.of("/a")));
        assertThat(model.current().get().recent()).hasSize(1);
    }

    private static PreferencesModel model(PreferencesFile file) {
        return new PreferencesModel(file, Runnable::run, Runnable::run);
    }
}
