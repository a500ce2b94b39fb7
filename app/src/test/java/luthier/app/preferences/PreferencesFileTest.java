package luthier.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.fx.ThemeChoice;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws LuthierException {
        PreferencesFile file = new PreferencesFile(folder.resolve("new/preferences.json"));
        Preferences preferences = new Preferences(
                ThemeChoice.DARK,
                150,
                "de",
                new WindowPlace(10, 20, 1280, 800, true),
                List.of(new RecentProject(Path.of("/p/a.luthier"), "tune")));
        file.write(preferences);
        assertThat(file.read()).isEqualTo(preferences);
    }

    @Test
    void withoutAFileAllIsAsAtTheFirstStart() throws LuthierException {
        assertThat(new PreferencesFile(folder.resolve("none.json")).read()).isEqualTo(Preferences.DEFAULTS);
    }

    @Test
    void valuesOfNoUseAreAsAtTheFirstStart() throws IOException, LuthierException {
        Path file = folder.resolve("preferences.json");
        Files.writeString(
                file, "{\"theme\": \"pink\", \"scalePercent\": 900, \"recent\": [{\"page\": 3}], \"later\": 1}");
        Preferences read = new PreferencesFile(file).read();
        assertThat(read.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(read.scalePercent()).isEqualTo(200);
        assertThat(read.recent()).isEmpty();
    }

    @Test
    void aDamagedFileIsSaidSo() throws IOException {
        Path file = folder.resolve("preferences.json");
        Files.writeString(file, "{\"theme\"");
        assertThatThrownBy(() -> new PreferencesFile(file).read()).isInstanceOf(LuthierException.class);
    }

    @Test
    void eachSystemHasAFolderForThem() {
        Path home = Path.of("/home/a");
        assertThat(PreferencesFile.folder("Linux", Map.of(), home)).isEqualTo(Path.of("/home/a/.config/luthier"));
        assertThat(PreferencesFile.folder("Linux", Map.of("XDG_CONFIG_HOME", "/c"), home))
                .isEqualTo(Path.of("/c/luthier"));
        assertThat(PreferencesFile.folder("Linux", Map.of("XDG_CONFIG_HOME", "relative"), home))
                .isEqualTo(Path.of("/home/a/.config/luthier"));
        assertThat(PreferencesFile.folder("Mac OS X", Map.of(), home))
                .isEqualTo(Path.of("/home/a/Library/Application Support/Luthier"));
    }
}
